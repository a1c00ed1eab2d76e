// Circles and shared values.
var o = { name: 'o' };
o.self = o;
console.log(o);
var list = [1];
list.push(list);
console.log(list);
var shared = { s: 1 };
console.log([shared, shared], { a: shared, b: shared });
var a = { n: 'a' }, b = { n: 'b', a: a };
a.b = b;
console.log(a);
