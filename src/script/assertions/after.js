// Beside Chai, how the values of a failed assertion are shown: as text that is compared line by line.
(function () {
  var chai = module.exports, most = 16384, deepest = 8;

  function simple(value) {
    if (typeof value === 'string') return JSON.stringify(value);
    if (typeof value === 'number' && value === 0 && 1 / value < 0) return '-0';
    if (typeof value === 'function') return value.name ? '[Function: ' + value.name + ']' : '[Function]';
    if (value === null || typeof value !== 'object') return String(value);
    switch (Object.prototype.toString.call(value)) {
      case '[object Date]': return isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
      case '[object RegExp]': return String(value);
      case '[object Error]': return '[' + String(value) + ']';
      case '[object Boolean]': case '[object Number]': case '[object String]': return simple(value.valueOf());
    }
    return value instanceof Error ? '[' + String(value) + ']' : '';
  }

  // One element a line, names in order, so that two values that are nearly the same differ in few lines.
  function show(value, indent, seen, left) {
    var text = simple(value), inner = indent + '  ', lines = [], list = Array.isArray(value), i, names;
    if (text !== '') return text;
    if (seen.indexOf(value) >= 0) return '[Circular]';
    if (seen.length >= deepest) return list ? '[Array]' : '[Object]';
    seen = seen.concat([value]);
    names = list ? null : Object.keys(value).sort();
    for (i = 0; i < (list ? value : names).length; i++) {
      var line = inner + (list ? '' : JSON.stringify(names[i]) + ': ') + show(list ? value[i] : value[names[i]], inner, seen, left);
      left.bytes -= line.length;
      if (left.bytes < 0) {
        lines.push(inner + '…');
        break;
      }
      lines.push(line);
    }
    if (lines.length === 0) return list ? '[]' : '{}';
    return (list ? '[' : '{') + '\n' + lines.join(',\n') + '\n' + indent + (list ? ']' : '}');
  }

  module.exports = {
    chai: chai,
    show: function (value, alike) {
      return typeof value === 'string' && alike ? value : show(value, '', [], { bytes: most });
    }
  };
})();
