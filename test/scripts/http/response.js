// Every field of a response.
// expect: pass
// timeout: 5s

var target = '__TARGET__';

var r = http.do('GET', target + '/json');
function same(name, is, should) {
  if (!_.isEqual(is, should)) throw new Error(name + ' is ' + JSON.stringify(is) + ', not ' + JSON.stringify(should));
}
same('code', r.code, 200);
same('status', r.status, 200);
same('status_text', r.status_text, 'OK');
same('headers', r.headers['Content-Type'], ['application/json']);
same('header', r.header('content-TYPE'), 'application/json');
same('body', typeof r.body, 'string');
same('url', r.url, target + '/json');
same('proto', r.proto, 'HTTP/1.1');
same('remote_ip', r.remote_ip, '127.0.0.1');
same('remote_port', target.indexOf(':' + r.remote_port) > 0, true);
if (r.header('X-Not-There')) throw new Error('a header that is not there is ' + r.header('X-Not-There'));
