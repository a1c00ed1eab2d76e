// An object is sent as JSON, and says so.
// expect: pass
// timeout: 5s

var target = '__TARGET__';

var r = http.do('POST', target + '/echo', {}, { a: 1, b: ['x', null] });
if (r.json('body') !== '{"a":1,"b":["x",null]}') throw new Error(r.json('body'));
var type = r.json('headers')['content-type'][0];
if (type.indexOf('application/json') !== 0) throw new Error('Content-Type: ' + type);
