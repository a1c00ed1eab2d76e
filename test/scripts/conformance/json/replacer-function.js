// A replacer is asked for every value, with its holder.
var log = [];
print(JSON.stringify({ a: 1, b: { c: [2, 3] } }, function (k, v) { log.push(k + '=' + (typeof v === 'object' ? 'o' : v) + (this[k] === v)); return typeof v === 'number' ? v + 1 : v; }), log);
print(JSON.stringify({ a: 1, b: 2 }, function (k, v) { return k === 'a' ? undefined : v; }), JSON.stringify([1, 2], function (k, v) { return k === '0' ? undefined : v; }), JSON.stringify(1, function () { return undefined; }), JSON.stringify({ a: 1 }, function (k) { return k === '' ? { z: 0 } : 'v'; }), JSON.stringify({}, function () { return 5; }));
print(JSON.stringify({ d: new Date(0) }, function (k, v) { return k === 'd' ? typeof v + typeof this.d : v; }), outcome(function () { return JSON.stringify({ a: 1 }, function () { throw new RangeError('replacer'); }); }));
var endless = 0;
print(JSON.stringify({}, function (k) { return endless++ < 5 ? { n: 1 } : 'stop'; }));
