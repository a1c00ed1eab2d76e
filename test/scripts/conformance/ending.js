
// The tests join this to the end of each program of this folder: functions are there from a program's first line, and
// its lines keep their numbers. Every text is made here in ASCII, so that no console has a say in it.

function ascii(text) {
  return text.replace(/[^ -~]/g, function (c) {
    var code = c.charCodeAt(0).toString(16);
    return '\\u' + '0000'.slice(code.length) + code;
  });
}

/// Also where it comes from another world of objects, as with Node's TextDecoder.
function isError(value) { return value instanceof Error || Object.prototype.toString.call(value) === '[object Error]'; }

/// A value as text: the same for the same value in every engine.
function show(value, path) {
  path = path || [];
  if (typeof value === 'string') return "'" + ascii(value.replace(/[\\']/g, '\\$&')) + "'";
  if (value === 0 && 1 / value < 0) return '-0';
  if (typeof value === 'function') return 'function';
  if (value === null || typeof value !== 'object') return ascii(String(value));
  if (path.indexOf(value) >= 0) return '<again>';
  if (isError(value)) return value.name + '()';
  path = path.concat([value]);
  function member(key) {
    var found = Object.getOwnPropertyDescriptor(value, key);
    if (!found) return '<none>';
    if (found.get || found.set) return '<' + (found.get ? 'get' : '') + (found.set ? 'set' : '') + '>';
    return show(found.value, path);
  }
  var kind = Object.prototype.toString.call(value).slice(8, -1), keys = Object.keys(value), i, parts = [];
  keys = keys.filter(function (key) { return key !== 'groups'; }); // ES2018's, in what exec gives
  if (/Array$/.test(kind)) {
    for (i = 0; i < value.length; i++) parts.push(member(String(i)));
    keys = keys.filter(function (key) { return !/^\d+$/.test(key); });
  }
  for (i = 0; i < keys.length; i++) {
    parts.push((/^\w+$/.test(keys[i]) ? keys[i] : show(keys[i])) + ': ' + member(keys[i]));
  }
  var all = parts.join(', ');
  switch (kind) {
    case 'Array': return '[' + all + ']';
    case 'Object': return '{' + all + '}';
    case 'Date': return 'Date(' + (isNaN(value.getTime()) ? 'NaN' : value.toISOString()) + ')';
    case 'RegExp': return ascii('/' + value.source + '/' + value.flags);
    case 'Number': case 'Boolean': return kind + '(' + show(value.valueOf()) + ')';
    case 'String': return 'String(' + show(String(value)) + ')';
    case 'ArrayBuffer': return 'ArrayBuffer(' + show(new Uint8Array(value)) + ')';
  }
  return ascii(kind) + '{' + all + '}';
}

/// A line of these values; a string as it is.
function print() {
  var parts = [];
  for (var i = 0; i < arguments.length; i++) {
    parts.push(typeof arguments[i] === 'string' ? ascii(arguments[i]) : show(arguments[i]));
  }
  console.log(parts.join(' '));
}

/// A line that is compared between our own VMs only: an engine's own words.
function note(text) { console.debug(ascii(String(text))); }

/// What a function gives, or which error it throws.
function outcome(f) {
  try {
    return show(f());
  } catch (e) {
    if (!isError(e)) return 'throws ' + show(e);
    note(e.name + ': ' + e.message);
    note(e.stack);
    return 'throws ' + e.name;
  }
}

/// 'wec 5': which of writable, enumerable and configurable a property is, and its value.
function attributes(object, key) {
  var d = Object.getOwnPropertyDescriptor(object, key);
  if (!d) return 'none';
  var mark = (d.writable ? 'w' : '-') + (d.enumerable ? 'e' : '-') + (d.configurable ? 'c' : '-');
  if ('value' in d) return mark + ' ' + show(d.value);
  return mark + ' get ' + typeof d.get + ' set ' + typeof d.set;
}
