// Any code is a response and no error.
// expect: pass
// timeout: 5s

var target = '__TARGET__';

_.each([200, 201, 204, 304, 400, 404, 418, 500, 503], function (code) {
  var r = http.do('GET', target + '/status/' + code);
  if (r.code !== code) throw new Error(code + ' arrived as ' + r.code);
});
