// The language itself.
// expect: pass

'use strict';
function same(name, a, b) {
  if (!_.isEqual(a, b)) throw new Error(name + ': ' + JSON.stringify(a));
}
var o = { get twice() { return this.n * 2; }, n: 21 };
same('getter', o.twice, 42);
same('reduce', [1, 2, 3].reduce(function (a, b) { return a + b; }), 6);
same('bind', (function () { return this.x; }).bind({ x: 5 })(), 5);
same('keys', Object.keys({ b: 1, a: 2 }), ['b', 'a']);
same('regexp', /(\d+)-(\d+)/.exec('on 12-34').slice(1), ['12', '34']);
same('replace', 'a-b-c'.replace(/-/g, '+'), 'a+b+c');
same('replace by function', 'a1b2'.replace(/\d/g, function (d) { return d * 2; }), 'a2b4');
same('split', 'a,b,,c'.split(','), ['a', 'b', '', 'c']);
same('json', JSON.parse(JSON.stringify({ a: [1, null, 'x'], b: { c: true } })), { a: [1, null, 'x'], b: { c: true } });
same('json indent', JSON.stringify({ a: 1 }, null, 2), '{\n  "a": 1\n}');
same('date', new Date(Date.UTC(2024, 1, 29, 12)).toISOString(), '2024-02-29T12:00:00.000Z');
same('labels', (function () {
  var n = 0;
  outer: for (var i = 0; i < 3; i++) {
    for (var j = 0; j < 3; j++) {
      if (j === 1) continue outer;
      n++;
    }
  }
  return n;
})(), 3);
same('sort', [10, 9, 1].sort(), [1, 10, 9]);
same('encode', encodeURIComponent('\u00fc &/'), '%C3%BC%20%26%2F');
