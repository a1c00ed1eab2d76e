// A request suspends the run inside a callback, a getter, a toJSON.
// expect: pass
// timeout: 5s

var target = '__TARGET__';

var codes = _.map([200, 404], function (code) { return http.do('GET', target + '/status/' + code).code; });
if (!_.isEqual(codes, [200, 404])) throw new Error('codes ' + codes);
var o = { get code() { return http.do('GET', target + '/status/201').code; } };
if (JSON.stringify(o) !== '{"code":201}') throw new Error(JSON.stringify(o));
var sorted = [2, 1].sort(function (a, b) { http.do('GET', target + '/json'); return a - b; });
if (sorted[0] !== 1) throw new Error('sorted ' + sorted);
