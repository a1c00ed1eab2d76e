// What docs/oddities.md says of the engine, line by line: whoever changes the engine changes the page.
// expect: pass

function same(name, is, should) {
  if (JSON.stringify(is) !== JSON.stringify(should)) throw new Error(name + ': ' + JSON.stringify(is));
}
function thrown(body) {
  try {
    body();
  } catch (e) {
    return e.name;
  }
  return 'nothing';
}
function place(pair) {
  return pair[1];
}

var pairs = _.range(40).map(function (i) {
  return [i % 2, i];
});
var in_order = _.range(0, 40, 2).concat(_.range(1, 40, 2));
var sorted = pairs.slice().sort(function (a, b) {
  return a[0] - b[0];
});
same('sort keeps the order', _.isEqual(sorted.map(place), in_order), false);
same('_.sortBy keeps it', _.sortBy(pairs, 0).map(place), in_order);
sorted = pairs.slice().sort(function (a, b) {
  return a[0] - b[0] || a[1] - b[1];
});
same('a second key keeps it', sorted.map(place), in_order);

const fixed = 1;
(function () {
  'use strict';
  fixed = 2;
})();
same('const', fixed, 2);

same('Date.UTC of a year', isNaN(Date.UTC(2020)), true);
same('Date.UTC of a month', Date.UTC(2020, 0), 1577836800000);
same('a date in words', isNaN(new Date('Jan 1, 2020')), true);
same('a date in ISO 8601', +new Date('2020-01-01T00:00:00Z'), 1577836800000);

same('__proto__ in a literal', Object.keys({ __proto__: { x: 1 } }), ['__proto__']);
same('__proto__ of JSON', Object.keys(JSON.parse('{"__proto__": 1}')), ['__proto__']);
same('Object.create', Object.create({ x: 1 }).x, 1);

var f = function () {
  throw new Error('x');
};
same('a function without a name', f.name, '');
try {
  f();
} catch (e) {
  same('a stack', e.stack.indexOf('[anon]') > 0, true);
}

same('localeCompare', ['z', 'ä', 'a'].sort(function (a, b) { return a.localeCompare(b); }), ['a', 'z', 'ä']);
same('toLocaleString', (1234567.891).toLocaleString(), '1234567.891');
['s', 'u', 'y'].forEach(function (flag) {
  same('flag ' + flag, thrown(function () { new RegExp('a', flag); }), 'SyntaxError');
});
['(?<n>a)', '(?<=a)b', '(?<!a)b'].forEach(function (pattern) {
  same(pattern, thrown(function () { new RegExp(pattern); }), 'SyntaxError');
});
same('[\\s\\S]', /^a[\s\S]b$/.test('a\nb'), true);
same('a last comma', thrown(function () { eval('Math.max(1,)'); }), 'SyntaxError');
same('an astral character', '😀'.length, 2);
same('the order of keys', Object.keys({ b: 1, 2: 1, a: 1, 1: 1 }), ['1', '2', 'b', 'a']);

// The last one, since it is a limit: its run fails, unless it is caught as here.
same('a repetition of nothing', thrown(function () { /(a*)*/.test('b'); }), 'RangeError');
same('a repetition of something', /a*/.test('b'), true);
