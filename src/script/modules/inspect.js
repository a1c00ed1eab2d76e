// What console.log prints for its arguments, after Node's util.format and util.inspect (depth 2, lines of 80).
// A CommonJS module: a function of any number of arguments.
module.exports = (function () {
  'use strict';
  var toString = Object.prototype.toString, hasOwn = Object.prototype.hasOwnProperty, keysOf = Object.keys;
  var isPrototypeOf = Object.prototype.isPrototypeOf;
  var slice = Array.prototype.slice, isArray = Array.isArray, stringify = JSON.stringify;
  var breakLength = 80, mostItems = 100, mostText = 10000, mostTotal = 200000;

  function quote(text) {
    var mark = text.indexOf("'") < 0 ? "'" : text.indexOf('"') < 0 ? '"' : text.indexOf('`') < 0 ? '`' : "'";
    var inner = text.replace(/[\u0000-\u001f\u007f\\']/g, function (c) {
      switch (c) {
        case '\n': return '\\n';
        case '\r': return '\\r';
        case '\t': return '\\t';
        case '\b': return '\\b';
        case '\f': return '\\f';
        case '\v': return '\\v';
        case '\\': return '\\\\';
        case "'": return mark === "'" ? "\\'" : c;
      }
      var hex = c.charCodeAt(0).toString(16).toUpperCase();
      return '\\x' + (hex.length < 2 ? '0' + hex : hex);
    });
    return mark + inner + mark;
  }

  function number(value) { return value === 0 && 1 / value < 0 ? '-0' : String(value); }

  function primitive(value) {
    switch (typeof value) {
      case 'string':
        return value.length > mostText
          ? quote(value.slice(0, mostText)) + '... ' + (value.length - mostText) + ' more characters'
          : quote(value);
      case 'number': return number(value);
      case 'symbol': return value.toString();
    }
    return String(value);
  }

  // A prototype has a constructor too, and was not made by it.
  function made(value, constructor) {
    try {
      return isPrototypeOf.call(constructor.prototype, value);
    } catch (e) {
      if (e instanceof RangeError) throw e;
      return false;
    }
  }

  function constructorName(value) {
    for (var proto = value; proto !== null; proto = Object.getPrototypeOf(proto)) {
      var own = Object.getOwnPropertyDescriptor(proto, 'constructor');
      if (own && typeof own.value === 'function' && own.value.name !== '' && made(value, own.value)) {
        return String(own.value.name);
      }
    }
    return null;
  }

  function errorText(error) {
    var stack = error.stack;
    if (typeof stack === 'string' && stack !== '') return stack.replace(/\n    at [^\n]*/g, '');
    return toString.call(error);
  }

  function member(holder, key, state, level, indentation) {
    var descriptor = Object.getOwnPropertyDescriptor(holder, key) || { value: holder[key], enumerable: true };
    if (descriptor.get) return descriptor.set ? '[Getter/Setter]' : '[Getter]';
    if (descriptor.set) return '[Setter]';
    return inspect(descriptor.value, state, level + 1, indentation);
  }

  function name(key) { return typeof key === 'symbol' ? '[' + String(key) + ']' : /^[a-zA-Z_][a-zA-Z_0-9]*$/.test(key) ? key : quote(key); }

  function isIndex(key) { return typeof key === 'string' && /^(0|[1-9][0-9]*)$/.test(key); }

  function spaces(count) { return count > 0 ? new Array(count + 1).join(' ') : ''; }

  // Node puts more than six short items of an array into columns, numbers to the right.
  function grouped(output, value, extra, indentation) {
    var gap = 2, total = 0, longest = 0, count = extra ? output.length - 1 : output.length, i, j;
    for (i = 0; i < count; i++) {
      total += output[i].length + gap;
      longest = Math.max(longest, output[i].length);
    }
    var cell = longest + gap;
    if (cell * 3 + indentation >= breakLength || (total / cell <= 5 && longest > 6)) return output;
    var biased = Math.max(cell - 3 - Math.sqrt(cell - total / output.length), 1);
    var columns = Math.min(Math.round(Math.sqrt(2.5 * biased * count) / biased),
      Math.floor((breakLength - indentation) / cell), 12, 15);
    if (columns <= 1) return output;
    var widths = [], rows = [];
    for (i = 0; i < columns; i++) {
      var width = 0;
      for (j = i; j < count; j += columns) width = Math.max(width, output[j].length);
      widths.push(width + gap);
    }
    var right = Array.prototype.every.call(value, function (v) { return typeof v === 'number'; });
    for (i = 0; i < count; i += columns) {
      var end = Math.min(i + columns, count), row = '';
      for (j = i; j < end - 1; j++) {
        var text = output[j] + ', ', blank = spaces(widths[j - i] - text.length);
        row += right ? blank + text : text + blank;
      }
      rows.push(row + (right ? spaces(widths[j - i] - gap - output[j].length) : '') + output[j]);
    }
    if (extra) rows.push(output[count]);
    return rows;
  }

  // One line where it fits and nests little, else one entry a line.
  function joined(output, opening, closing, prefix, state, level, indentation, array) {
    var entries = output.length, before = entries;
    if (array && entries > 6) output = grouped(output, array.value, array.extra, indentation);
    if (state.deepest - level < 3 && before === output.length) {
      var length = output.length + output.length + indentation + opening.length + prefix.length + 10;
      var whole = output.join(', ');
      if (whole.length - 2 * (output.length - 1) + length <= breakLength && whole.indexOf('\n') < 0) {
        return prefix + opening + ' ' + whole + ' ' + closing;
      }
    }
    var line = '\n' + spaces(indentation);
    return prefix + opening + line + '  ' + output.join(',' + line + '  ') + line + closing;
  }

  // Of the newer library, where it is loaded: they do not list what is in them.
  function collected(value, tag, state, level, indentation) {
    var output = [];
    value.forEach(function (item, key) {
      if (output.length === mostItems || state.total > mostTotal) return;
      var shown = inspect(item, state, level + 1, indentation + 2);
      output.push(tag === 'Map' ? inspect(key, state, level + 1, indentation + 2) + ' => ' + shown : shown);
      state.total += shown.length;
    });
    if (value.size > output.length) output.push('... ' + (value.size - output.length) + ' more item' + (value.size - output.length > 1 ? 's' : ''));
    return output;
  }

  // Named by symbols, which the engine alone does not list among an object's names.
  function symbolsOf(value) {
    return typeof Object.getOwnPropertySymbols !== 'function' ? [] : Object.getOwnPropertySymbols(value).filter(function (s) {
      return Object.prototype.propertyIsEnumerable.call(value, s);
    });
  }

  function inspect(value, state, level, indentation) {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return primitive(value);
    if (state.path.indexOf(value) >= 0) {
      state.circular = value;
      return '[Circular *1]';
    }
    if (state.total > mostTotal) return '…';
    var tag = toString.call(value), constructor = constructorName(value), output = [], prefix = '';
    var opening = '{', closing = '}', keys = keysOf(value).concat(symbolsOf(value)), array = null, items = null, i;
    if (isArray(value)) {
      opening = '[';
      closing = ']';
      if (constructor !== 'Array') prefix = (constructor || '[Array: null prototype]') + '(' + value.length + ') ';
      if (value.length === 0 && keys.length === 0) return prefix + '[]';
    } else if (/^\[object \w+Array\]$/.test(tag) && typeof value.length === 'number' && typeof value.BYTES_PER_ELEMENT === 'number') {
      opening = '[';
      closing = ']';
      prefix = tag.slice(8, -1) + '(' + value.length + ') ';
      if (value.length === 0) return prefix + '[]';
    } else if (typeof value === 'function') {
      prefix = value.name ? '[Function: ' + value.name + ']' : '[Function (anonymous)]';
      if (keys.length === 0) return prefix;
      prefix += ' ';
    } else if (value instanceof Error) {
      prefix = errorText(value);
      keys = keys.filter(function (k) { return k !== 'message' && k !== 'stack' && k !== 'fileName' && k !== 'lineNumber'; });
      if (keys.length === 0) return level > 0 ? '[' + prefix + ']' : prefix;
      prefix += ' ';
    } else if (tag === '[object Date]') {
      return isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
    } else if (tag === '[object RegExp]') {
      return String(value);
    } else if (tag === '[object String]' || tag === '[object Number]' || tag === '[object Boolean]' ||
      tag === '[object Symbol]') {
      return '[' + tag.slice(8, -1) + ': ' + primitive(value.valueOf()) + ']';
    } else if (tag === '[object Arguments]') {
      prefix = '[Arguments] ';
      if (keys.length === 0) return prefix + '{}';
    } else if (tag === '[object Map]' || tag === '[object Set]') {
      items = tag.slice(8, -1);
      prefix = (constructor === items ? items : constructor) + '(' + value.size + ') ' + (constructor === items ? '' : '[' + items + '] ');
      if (value.size === 0 && keys.length === 0) return prefix + '{}';
    } else if (tag === '[object WeakMap]' || tag === '[object WeakSet]') {
      return constructor + ' { <items unknown> }';
    } else if (constructor === null) {
      prefix = '[Object: null prototype] ';
      if (keys.length === 0) return prefix + '{}';
    } else if (constructor !== 'Object') {
      prefix = constructor + ' ';
      if (keys.length === 0) return prefix + '{}';
    } else if (keys.length === 0) {
      return '{}';
    }
    if (level > 2) {
      return isArray(value) ? '[Array]' : '[' + (constructor === null ? 'Object: null prototype' : constructor) + ']';
    }
    state.path.push(value);
    state.deepest = level;
    if (opening === '[') {
      // Its indices come first among the keys, in order; what is not among them is empty.
      var index = 0, next = 0;
      while (index < value.length && output.length < mostItems) {
        var present = isIndex(keys[next]) ? Number(keys[next]) : value.length;
        if (present > index) {
          var holes = Math.min(present, value.length) - index;
          output.push('<' + holes + ' empty item' + (holes > 1 ? 's' : '') + '>');
          index += holes;
        } else {
          output.push(member(value, keys[next++], state, level, indentation + 2));
          index++;
        }
      }
      var more = value.length - index;
      if (more > 0) output.push('... ' + more + ' more item' + (more > 1 ? 's' : ''));
      array = { value: value, extra: more > 0 };
      keys = keys.filter(function (k) { return !isIndex(k); });
    }
    if (items !== null) output = collected(value, items, state, level, indentation);
    for (i = 0; i < keys.length; i++) {
      if (state.total > mostTotal) {
        output.push('… ' + (keys.length - i) + ' more');
        break;
      }
      output.push(name(keys[i]) + ': ' + member(value, keys[i], state, level, indentation + 2));
      state.total += String(keys[i]).length;
    }
    state.path.pop();
    if (state.circular === value) {
      prefix = '<ref *1> ' + prefix;
      state.circular = null;
    }
    var text = joined(output, opening, closing, prefix, state, level, indentation, array);
    state.total += text.length;
    return text;
  }

  function show(value) {
    return inspect(value, { path: [], circular: null, deepest: 0, total: 0 }, 0, 0);
  }

  function directive(letter, value) {
    switch (letter) {
      case 's':
        if (typeof value === 'string') return value;
        if (typeof value === 'number') return number(value);
        if (value !== null && typeof value === 'object' && !hasOwn.call(value, 'toString') && !(value instanceof Error) &&
            toString.call(value) !== '[object Date]') {
          return inspect(value, { path: [], circular: null, deepest: 0, total: 0 }, 2, 0);
        }
        return String(value);
      case 'd': return typeof value === 'object' && value !== null ? 'NaN' : typeof value === 'symbol' ? 'NaN' : number(Number(value));
      case 'i': return typeof value === 'object' && value !== null ? 'NaN' : number(parseInt(value, 10));
      case 'f': return typeof value === 'symbol' ? 'NaN' : number(parseFloat(value));
      case 'j':
        try {
          return String(stringify(value));
        } catch (e) {
          if (e instanceof TypeError) return '[Circular]';
          throw e;
        }
      case 'o':
      case 'O': return show(value);
    }
    return '';
  }

  return function format(first) {
    var rest = slice.call(arguments, 1), parts = [];
    if (typeof first === 'string') {
      parts.push(rest.length === 0 ? first : first.replace(/%[sdifjoOc%]/g, function (match) {
        if (match === '%%') return '%';
        if (rest.length === 0) return match;
        return directive(match.charAt(1), rest.shift());
      }));
    } else if (arguments.length > 0) {
      parts.push(show(first));
    }
    for (var i = 0; i < rest.length; i++) parts.push(typeof rest[i] === 'string' ? rest[i] : show(rest[i]));
    return parts.join(' ');
  };
})();
