// Long texts, many items, many keys.
console.log('x'.repeat(300));
console.log(['x'.repeat(100)]);
var o = {};
for (var i = 0; i < 120; i++) o['k' + i] = i;
console.log(o);
var list = [];
for (i = 0; i < 150; i++) list.push('item');
console.log(list);
console.log([new Array(101).join('ab').split('a')].length);
