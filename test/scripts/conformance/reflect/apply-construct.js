// Reflect.apply and construct.
print(Reflect.apply(Math.max, null, [1, 5, 2]), Reflect.apply(function () { return this.x + arguments.length; }, { x: 1 }, [1, 2]), Reflect.apply(String.prototype.slice, 'canary', [1, 3]));
function F(a, b) { this.sum = a + b; }
print(Reflect.construct(F, [1, 2]).sum, Reflect.construct(F, [1, 2]) instanceof F, Reflect.construct(Array, [3]).length, Reflect.construct(Date, [0]));
print(outcome(function () { return Reflect.apply(5, null, []); }), outcome(function () { return Reflect.construct(parseInt, []); }), outcome(function () { return Reflect.construct(F); }), Reflect.apply.length, Reflect.construct.length);
print(outcome(function () { return Reflect.apply(F, null); }));
