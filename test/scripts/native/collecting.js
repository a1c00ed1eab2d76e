// Garbage, and a memory that is full of what is none.
function attempt(f) {
  try { return f() } catch (e) { return e }
}
function keep(make, most) {
  var l = [];
  try { for (var i = 0; i < most; ++i) l.push(make(i)) } catch (e) {}
  return l;
}

// case: as many empty objects as there is room for
// timeout: 4s
keep(function () { return {} }, 1e9);
// case: as many small objects as there is room for
// timeout: 4s
keep(function (i) { return { n: i, o: {} } }, 1e9);
// case: as many arrays as there is room for
// timeout: 4s
keep(function (i) { return [i] }, 1e9);
// case: as many functions as there is room for
// timeout: 4s
keep(function () { return function () {} }, 1e9);
// case: as many texts as there is room for
// timeout: 4s
keep(function (i) { return 'text ' + i }, 1e9);
// case: as many long texts as there is room for
// timeout: 4s
keep(function (i) { return 'x'.repeat(1000) + i }, 1e9);
// case: as many buffers as there is room for
// timeout: 4s
keep(function () { return new Uint8Array(1) }, 1e9);
// case: as many errors as there is room for
// timeout: 4s
keep(function () { return new Error('x') }, 1e9);
// case: as many patterns as there is room for
// timeout: 4s
keep(function () { return /a/ }, 1e9);
// case: a list as long as there is room for
// timeout: 4s
var l = null;
attempt(function () { for (;;) l = { n: l } });
// case: rings that nobody needs
// timeout: 4s
for (var i = 0; i < 300000; ++i) { var a = {}, b = { a: a }; a.b = b }
// case: rings beside much that is needed
// timeout: 4s
var l = keep(function () { return {} }, 300000);
for (var i = 0; i < 300000; ++i) { var a = {}, b = { a: a }; a.b = b }
// case: one object with as many properties as there is room for
// timeout: 4s
var o = {};
attempt(function () { for (var i = 0; ; ++i) o['k' + i] = o });
// case: one array as long as there is room for
// timeout: 4s
var l = [];
attempt(function () { for (;;) l.push(l) });
// case: closures within closures
// timeout: 4s
var f = null;
attempt(function () { for (;;) f = (function (g) { return function () { return g } })(f) });
// case: a full memory, emptied at once
// timeout: 4s
var l = keep(function () { return {} }, 500000);
l = null;
l = keep(function () { return {} }, 500000);
// case: a full memory that is asked for more, again and again
// timeout: 4s
var l = keep(function () { return { a: 1 } }, 1e9);
for (var i = 0; i < 20; ++i) attempt(function () { 'x'.repeat(1e6 + i) });
// case: a queue as long as there is room for
// timeout: 4s
var first = {}, last = first;
attempt(function () { for (;;) last = last.next = {} });
// case: a queue of closures
// timeout: 4s
var first = {}, last = first;
attempt(function () { for (;;) { last.next = (function (o) { return function () { return o } })({}); last = last.next() } });
