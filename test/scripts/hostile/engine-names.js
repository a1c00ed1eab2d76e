// Nothing of the engine shows.
// expect: pass
// timeout: 500ms

var found = [];
['Duktape', 'modSearch', 'CBOR_', 'print', 'alert', 'require'].forEach(function (name) {
  if (typeof this[name] !== 'undefined') found.push(name);
}, this);
if (found.length > 0) throw new Error('found ' + found.join(' '));
