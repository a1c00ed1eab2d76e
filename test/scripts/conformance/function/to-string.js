// A function's text is a function's text.
function f(a, b) { return a + b; }
print(typeof f.toString(), /^function f\(/.test(String(f)), /^function push\(/.test([].push.toString()));
print(outcome(function () { return Function.prototype.toString.call({}); }), outcome(function () { return Function.prototype.toString.call(null); }));
print(/native code/.test(Math.max.toString()), /^function/.test(String(f.bind())));
note(f.toString());
note([].push);
note(f.bind());
