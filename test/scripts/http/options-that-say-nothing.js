// Options that are empty or speak against each other are refused, and not left out in silence.
// expect: pass
// timeout: 5s

function refused(options, words) {
  try {
    http.get('http://127.0.0.1:1/', options);
  } catch (e) {
    if (!(e instanceof TypeError) || e.message.indexOf(words) < 0) throw new Error('another: ' + e);
    return;
  }
  throw new Error('accepted: ' + words);
}
['ca', 'cert', 'key', 'server_name', 'min_version'].forEach(function (name) {
  var tls = {};
  tls[name] = '';
  refused({ tls: tls }, "http.get: the option 'tls." + name + "' is empty");
});
refused({ bearer: '' }, "http.get: the option 'bearer' is empty");
refused({ bearer: 'x', basic_auth: 'a:b' }, "here are two: 'basic_auth' and 'bearer'");
refused({ resolve: { 'a.test': '127.0.0.1', 'b.test': [] } }, "the option 'resolve': 'b.test' has no address");

// A request's own goes before its session's.
var answer = http.session({ basic_auth: 'a:b' }).get('__TARGET__/echo', { bearer: 'x' });
if (answer.body.indexOf('Bearer x') < 0) throw new Error(answer.body);
