// What a script finds: everything that can be reached from the global object, as one line of the log. A line for each
// object, and in it each of its properties, in their order, with attributes and value; objects have numbers by the
// order in which they are met.
(function () {
  var describe = Object.getOwnPropertyDescriptor, keysOf = Reflect.ownKeys, up = Object.getPrototypeOf;
  var define = Object.defineProperty, open = Object.isExtensible, stringOf = Function.prototype.toString, text = String;
  var kindOf = Object.prototype.toString;
  var mark = Symbol('number'), closed = [], closedNumbers = [], met = [], lines = [], number = 0;

  // Marks what can be marked: a list of all would be searched a thousand times.
  function numberOf(o) {
    if (o === null) return 'null';
    var own = describe(o, mark);
    if (own) return own.value;
    var at = closed.indexOf(o);
    if (at >= 0) return closedNumbers[at];
    met[met.length] = o;
    // Its keys are listed before it is marked.
    lines[lines.length] = [o, keysOf(o), open(o)];
    if (open(o)) {
      define(o, mark, { value: number });
    } else {
      closed[closed.length] = o;
      closedNumbers[closedNumbers.length] = number;
    }
    return number++;
  }
  function valueOf(v) {
    if (typeof v === 'object' || typeof v === 'function') return '#' + numberOf(v);
    return typeof v === 'string' ? '"' + v + '"' : v === 0 && 1 / v < 0 ? '-0' : text(v);
  }
  function property(o, key) {
    var d = describe(o, key);
    if (!d) return text(key) + ' none';
    var flags = (d.enumerable ? 'e' : '-') + (d.configurable ? 'c' : '-');
    if (!('value' in d)) return text(key) + ' ' + flags + ' ' + valueOf(d.get) + ' ' + valueOf(d.set);
    return text(key) + ' ' + flags + (d.writable ? 'w ' : '- ') + valueOf(d.value);
  }

  function tried(f) { try { return text(f()); } catch (e) { return text(e); } }

  numberOf(globalThis);
  for (var i = 0; i < lines.length; ++i) {
    var o = lines[i][0], keys = lines[i][1], parts = [];
    parts[0] = i + ' ' + kindOf.call(o) + ' ' + typeof o + (lines[i][2] ? ' < ' : ' closed < ') + valueOf(up(o));
    if (typeof o === 'function') parts[1] = tried(function () { return stringOf.call(o); });
    for (var k = 0; k < keys.length; ++k) parts[parts.length] = property(o, keys[k]);
    lines[i] = parts.join(' | ');
  }

  // What is not a property of anything.
  var zeros = new Array(65537).join('\0'), decoder = new TextDecoder();
  lines[lines.length] = [
    decoder.decode(new Uint8Array(65536)) === zeros, decoder.decode(new Buffer(65536)) === zeros,
    decoder.decode(new ArrayBuffer(65536)) === zeros, [].concat([1, 2]), [3, 1, 2].sort(), 'a-b'.split('-'),
    /(a)(b)?/.exec('xab'), JSON.stringify({ a: [1, { b: null }] }), Object.keys(function () {}), [1, 2, 3].length, typeof undefined,
    tried(function () { return null.x; }), tried(function () { return missing; }), tried(function () { return ({}).f(); }),
    tried(function () { return log.kv('a', 1) instanceof Object; }), tried(function () { return Symbol.keyFor(Symbol.for('left')); }),
    tried(function () { return eval('1 + 1'); }), tried(function () { return Function('return this')() === globalThis; })
  ].map(text).join(' | ');
  log.info(lines.join('\n'));
})();
