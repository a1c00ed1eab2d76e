// What Array.prototype does to long, sparse and pretended arrays.
function range(n) {
  var a = [];
  for (var i = 0; i < n; ++i) a.push(i);
  return a;
}
function attempt(f) {
  try { return f() } catch (e) { return e }
}
var least = { length: 4e9 }, all = Array.prototype;

// case: sort of 8 million
var a = attempt(function () { return new Array(8000001).join('a').split('') });
attempt(function () {
  var n = 8e6, a = new Uint8Array(n);
  all.sort.call(a);
});
// case: sort of a sparse array
attempt(function () { var a = []; a[4e6] = 1; a[0] = 2; a.sort() });
// case: sort of a length only
attempt(function () { all.sort.call({ length: 4e9 }) });
// case: sort of texts
attempt(function () { range(200000).sort() });
// case: sort of long texts
attempt(function () {
  var s = 'a'.repeat(100000), a = [];
  for (var i = 0; i < 300; ++i) a.push(s + (i * 7919) % 300);
  a.sort();
});
// case: sort with a native comparator
attempt(function () { range(200000).sort(Math.min) });
// case: sort of equal elements
attempt(function () { var a = []; for (var i = 0; i < 1e6; ++i) a.push(1); a.sort() });
// case: sort of undefined
attempt(function () { new Array(2e6).sort() });
// case: reverse
attempt(function () { range(1e6).reverse() });
// case: reverse of a sparse array
attempt(function () { var a = []; a[3e6] = 1; a.reverse() });
// case: reverse of a length only
attempt(function () { all.reverse.call(least) });
// case: splice
attempt(function () { var a = range(1e6); a.splice(1, 1); a.splice(0, 0, 1, 2, 3) });
// case: splice of all
attempt(function () { range(1e6).splice(0) });
// case: splice of a length only
attempt(function () { all.splice.call({ length: 4e9 }, 0, 1) });
// case: shift
attempt(function () { var a = range(1e6); a.shift(); a.shift() });
// case: shift of a length only
attempt(function () { all.shift.call({ length: 4e9 }) });
// case: unshift
attempt(function () { var a = range(1e6); a.unshift(1); a.unshift(1, 2) });
// case: unshift of a length only
attempt(function () { all.unshift.call({ length: 4e9 }, 1) });
// case: slice
attempt(function () { range(1e6).slice(1) });
// case: slice of a length only
attempt(function () { all.slice.call({ length: 4e9 }) });
// case: concat
attempt(function () { var a = range(5e5); a.concat(a, a) });
// case: concat of sparse arrays
attempt(function () { var a = []; a.length = 4294967295; [].concat(a) });
// case: indexOf
attempt(function () { range(1e6).indexOf('x') });
// case: indexOf of a long text
attempt(function () {
  var s = 'a'.repeat(1e6), a = [];
  for (var i = 0; i < 20; ++i) a.push(s + i);
  a.indexOf(s + 'x');
});
// case: indexOf of a length only
attempt(function () { all.indexOf.call(least, 1) });
// case: lastIndexOf of a length only
attempt(function () { all.lastIndexOf.call(least, 1) });
// case: every, some and forEach of a length only
attempt(function () { all.every.call(least, isNaN) });
// case: some of a length only
attempt(function () { all.some.call(least, isNaN) });
// case: forEach of a length only
attempt(function () { all.forEach.call(least, isNaN) });
// case: map of a length only
attempt(function () { all.map.call(least, isNaN) });
// case: filter of a length only
attempt(function () { all.filter.call(least, isNaN) });
// case: reduce of a length only
attempt(function () { all.reduce.call(least, isNaN) });
// case: reduceRight of a length only
attempt(function () { all.reduceRight.call(least, isNaN) });
// case: find of a length only
attempt(function () { all.find && all.find.call(least, isNaN) });
// case: fill of a length only
attempt(function () { all.fill && all.fill.call({ length: 4e9 }, 1) });
// case: includes of a length only
attempt(function () { all.includes && all.includes.call(least, 1) });
// case: forEach with a native function
attempt(function () { range(1e6).forEach(Math.abs) });
// case: map with a native function
attempt(function () { range(1e6).map(Math.abs) });
// case: filter with a native function
attempt(function () { range(1e6).filter(Math.abs) });
// case: reduce with a native function
attempt(function () { range(1e6).reduce(Math.min) });
// case: join of numbers
attempt(function () { range(300000).join() });
// case: toString of nested arrays
attempt(function () { var a = 1; for (var i = 0; i < 300; ++i) a = [a, a]; String(a) });
// case: a length of four thousand millions, then smaller
attempt(function () { var a = []; a[4294967294] = 1; a.length = 4294967295; a.length = 0 });
// case: a sparse array made short
attempt(function () { var a = {}; a = []; for (var i = 0; i < 100000; ++i) a[i * 40000] = i; a.length = 5 });
// case: a dense array made short
attempt(function () { var a = range(2e6); a.length = 1 });
// case: a dense array made sparse
attempt(function () { var a = range(1e6); Object.defineProperty(a, '5', { get: function () { return 1 } }); a[3] });
// case: a dense array is abandoned
attempt(function () { var a = range(1e6); a[4e9] = 1; a[5] });
// case: growing
attempt(function () { var a = []; for (;;) a.push(1) });
// case: new Array of millions
attempt(function () { new Array(7e6) });
// case: push with many arguments
attempt(function () { var a = range(60000); a.push.apply(a, a) });
// case: of and from
attempt(function () { var a = range(60000); Array.of && Array.of.apply(Array, a) });
// case: literal of many elements
attempt(function () { eval('[' + '1,'.repeat(200000) + ']') });
// case: keys of a long array
attempt(function () { Object.keys(range(200000)).length });
// case: for in over a long array
attempt(function () { for (var k in range(300000)) break });
// case: equality of long arrays
attempt(function () { _.isEqual && _.isEqual(range(100000), range(100000)) });
