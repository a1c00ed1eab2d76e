// Which functions can be constructed.
var o = { method() {}, get g() { return 1; }, plain: function () {} };
print(typeof new o.plain(), outcome(function () { return typeof new o.method(); }));
print(outcome(function () { return new (Object.getOwnPropertyDescriptor(o, 'g').get)(); }));
[isNaN, Math.sin, [].map, 'x'.trim, JSON.parse, Object.keys, Function.prototype, Symbol, eval].forEach(function (f) {
  print(String(f.name), outcome(function () { return typeof new f(); }));
});
[Object, Array, Date, RegExp, Error, String, Number, Boolean, Function].forEach(function (C) { print(C.name, typeof new C()); });
