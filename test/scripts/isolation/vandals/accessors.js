// Makes every property that can be changed an accessor that throws.
// expect: pass|fail
// timeout: 20s
test.name; _.VERSION;
var define = Reflect.defineProperty;
function refuse() { throw new RangeError('canary was here'); }
reach(function (o, keys) { for (var i = 0; i < keys.length; ++i) define(o, keys[i], { get: refuse, set: refuse, enumerable: true }); });
