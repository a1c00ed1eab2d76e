// Any method.
// expect: pass
// timeout: 5s

var target = '__TARGET__';

_.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'], function (method) {
  var r = http.do(method, target + '/echo');
  if (r.json('method') !== method) throw new Error(method + ' arrived as ' + r.json('method'));
});
var head = http.do('HEAD', target + '/json');
if (head.code !== 200 || head.body !== '') throw new Error('HEAD gives ' + head.code + ' and ' + head.body);
