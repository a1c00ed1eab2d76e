// What new gives: the object, or an object that was returned.
function Plain() { this.a = 1; }
function Returns(v) { this.a = 1; return v; }
print(new Plain(), new Plain, new Returns({ b: 2 }), new Returns(5), new Returns(null), new Returns([1]), typeof new Returns(function () {}), new Returns('x'));
print(outcome(function () { return new 5(); }), outcome(function () { return new ({})(); }), outcome(function () { return new [].push(); }), outcome(function () { return new Math.max(1); }), outcome(function () { return new undefined(); }));
function Nested() { this.inner = new (function Inner() { this.v = 'in'; })(); }
print(new Nested().inner.v, new new Function('this.deep = 1')().constructor === Function);
function args() { this.n = arguments.length; }
print(new args(1, 2, 3).n, new args().n, new (args.bind(null, 1))(2).n);
var ns = { T: function (v) { this.v = v; } };
print(new ns.T(3).v, new (ns['T'])(4).v, (new ns.T).v);
