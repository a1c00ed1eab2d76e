// Nothing of the engine shows. (`require` is canaryd's own, where a script speaks of it.)
// expect: pass
// timeout: 500ms

var found = [];
['Duktape', 'modSearch', 'CBOR_', 'print', 'alert'].forEach(function (name) {
  if (typeof this[name] !== 'undefined') found.push(name);
}, this);
if (found.length > 0) throw new Error('found ' + found.join(' '));
