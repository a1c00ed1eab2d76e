// JSON in both directions, of tens of megabytes.
function grown(unit, length) {
  var s = unit;
  while (s.length * 2 <= length) s += s;
  return s;
}
function attempt(f) {
  try { return f() } catch (e) { return e }
}

// case: parse 30 MB of numbers
attempt(function () { JSON.parse('[' + grown('1,', 16e6) + '1]') });
// case: parse one long number
attempt(function () { JSON.parse(grown('1', 16e6)) });
// case: parse one long text
attempt(function () { JSON.parse('"' + grown('a', 8e6) + '"') });
// case: parse one long text that is not ASCII
attempt(function () { JSON.parse('"' + grown('é', 4e6) + '"') });
// case: parse one text of escapes
attempt(function () { JSON.parse('"' + grown('\\u0041', 16e6) + '"') });
// case: parse white space
attempt(function () { JSON.parse(grown(' ', 30e6) + '1') });
// case: parse empty objects
attempt(function () { JSON.parse('[' + grown('{},', 8e6) + '1]') });
// case: parse empty texts
attempt(function () { JSON.parse('[' + grown('"",', 8e6) + '1]') });
// case: parse one object of many keys
attempt(function () {
  var parts = [];
  for (var i = 0; i < 100000; ++i) parts.push('"k' + i + '":1');
  JSON.parse('{' + parts.join() + '}');
});
// case: parse one object of few keys, often
attempt(function () { JSON.parse('{' + grown('"a":1,', 8e6) + '"b":1}') });
// case: parse nested arrays
attempt(function () { JSON.parse('[' + grown('[[[[1]]]],', 8e6) + '1]') });
// case: parse too deep
attempt(function () { JSON.parse(grown('[', 16e6)) });
// case: parse with a native reviver
attempt(function () { JSON.parse('[' + grown('1,', 1e6) + '1]', isNaN) });
// case: parse rubbish at the end
attempt(function () { JSON.parse('"' + grown('a', 8e6) + '"x') });
// case: parse literals
attempt(function () { JSON.parse('[' + grown('null,', 8e6) + '1]') });
// case: stringify a long text
attempt(function () { JSON.stringify(grown('a', 8e6)) });
// case: stringify a long text of quotes
attempt(function () { JSON.stringify(grown('"', 8e6)) });
// case: stringify a long text of controls
attempt(function () { JSON.stringify(grown('\u0001', 2e6)) });
// case: stringify a long text that is not ASCII
attempt(function () { JSON.stringify(grown('é', 4e6)) });
// case: stringify the same text many times
attempt(function () { var s = grown('a', 1e6), a = []; for (var i = 0; i < 10; ++i) a.push(s); JSON.stringify(a) });
// case: stringify many numbers
attempt(function () { var a = []; for (var i = 0; i < 500000; ++i) a.push(i / 3); JSON.stringify(a) });
// case: stringify many empty objects
attempt(function () { var a = []; for (var i = 0; i < 200000; ++i) a.push({}); JSON.stringify(a) });
// case: stringify an empty array of millions
attempt(function () { JSON.stringify(new Array(4e6)) });
// case: stringify a length of four thousand millions
attempt(function () { var a = []; a.length = 4294967295; JSON.stringify(a) });
// case: stringify with much space
attempt(function () { JSON.stringify([[[[[[1, 2, 3]]]]]], null, 10) });
// case: stringify with a list of names
attempt(function () {
  var names = [];
  for (var i = 0; i < 100000; ++i) names.push('k' + i);
  JSON.stringify({ k1: 1 }, names);
});
// case: stringify many objects with a list of names
attempt(function () {
  var names = [], a = [];
  for (var i = 0; i < 10000; ++i) names.push('k' + i);
  for (i = 0; i < 1000; ++i) a.push({});
  JSON.stringify(a, names);
});
// case: stringify with a native replacer
attempt(function () { var a = []; for (var i = 0; i < 300000; ++i) a.push(i); JSON.stringify(a, Math.max) });
// case: stringify a buffer
attempt(function () { JSON.stringify(new Uint8Array(2e6)) });
// case: stringify an object of many keys
attempt(function () { var o = {}; for (var i = 0; i < 200000; ++i) o['k' + i] = i; JSON.stringify(o) });
// case: stringify undefined a million times
attempt(function () { var a = []; for (var i = 0; i < 1e6; ++i) a.push(undefined); JSON.stringify(a) });
// case: stringify objects of undefined
attempt(function () { var o = {}; for (var i = 0; i < 200000; ++i) o['k' + i] = undefined; JSON.stringify(o) });
// case: stringify a boxed text
attempt(function () { JSON.stringify(new String(grown('a', 4e6))) });
