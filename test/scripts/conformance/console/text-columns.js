// Long arrays of texts go into columns too.
var a = [];
for (var i = 0; i < 27; i++) a.push('text ' + i);
console.log(a);
console.log('abcdefghijklmnopqrstuvwxyz'.split(''));
console.log(['a', 'bb', 'ccc', 'dddd', 'eeeee', 'ffffff', 'ggggggg', 'hhhhhhhh', 'iiiiiiiii']);
console.log(['short', 'a much much longer text than the others are', 'x', 'y', 'z', 'w', 'v', 'u']);
console.log(a.map(function (t, i) { return i % 2 ? t : i; }));
