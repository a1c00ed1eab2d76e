// Long arrays of numbers go into columns.
console.log([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6, 7]);
var a = [];
for (var i = 0; i < 30; i++) a.push(i * i);
console.log(a);
for (i = 30; i < 105; i++) a.push(i * 1000);
console.log(a);
console.log(a.slice(0, 100).length, a.map(function (n) { return -n / 8; }).slice(0, 20));
console.log([1000000, 2, 30, 4, 5, 6, 7, 8]);
