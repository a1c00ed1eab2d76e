// A circle is shown as one.
// expect: pass
// log: <ref *1> { name: 'o', self: [Circular *1] }
// log: <ref *1> [ 1, [Circular *1] ]

var o = { name: 'o' };
o.self = o;
console.log(o);
var a = [1];
a.push(a);
console.log(a);
