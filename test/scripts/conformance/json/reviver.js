// A reviver sees every value, from the inside out.
var log = [];
print(JSON.parse('{"a":[1,{"b":2}],"c":"x"}', function (k, v) { log.push(k + ':' + JSON.stringify(v)); return typeof v === 'number' ? v * 10 : v; }), log);
print(JSON.parse('[1,2,3]', function (k, v) { return v === 2 ? undefined : v; }), JSON.parse('{"a":1,"b":2}', function (k, v) { return k === 'a' ? undefined : v; }), JSON.parse('1', function () { return 'replaced'; }), JSON.parse('{}', function (k) { return k === '' ? 'root' : 1; }));
print(JSON.parse('{"d":"2020-01-01T00:00:00.000Z"}', function (k, v) { return k === 'd' ? new Date(v) : v; }).d, JSON.parse('[1]', 5), JSON.parse('[1]', null), outcome(function () { return JSON.parse('[1]', function () { throw new RangeError('reviver'); }); }));
print(JSON.parse('{"a":1,"b":2}', function (k, v) { if (k === 'a') this.b = 'changed'; return v; }));
