// 301, 302 and 303 turn POST to GET; 307 and 308 keep method and body.
// expect: pass
// timeout: 5s

var target = '__TARGET__';

_.each({ 301: 'GET', 302: 'GET', 303: 'GET', 307: 'POST', 308: 'POST' }, function (method, code) {
  var r = http.do('POST', target + '/redirect-with/' + code, {}, 'body');
  if (r.json('method') !== method) throw new Error(code + ' gives ' + r.json('method'));
  if (r.json('body') !== (method === 'POST' ? 'body' : '')) throw new Error(code + ' sends ' + r.json('body'));
});
