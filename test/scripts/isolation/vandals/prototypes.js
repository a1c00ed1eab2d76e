// Gives everything another prototype.
// expect: pass|fail
// timeout: 20s
test.name; _.VERSION;
var set = Reflect.setPrototypeOf, other = Object.create(null, { toString: { value: function () { throw 'canary was here'; } } });
reach(function (o) { if (o !== other && o !== Object.prototype) set(o, other); });
