// Each option says what it wants, and names the call.
// expect: pass

var url = 'http://127.0.0.1:1/';
function refused(options, words) {
  try {
    http.get(url, options);
  } catch (e) {
    if (!(e instanceof TypeError) || e.message.indexOf('http.get: ' + words) !== 0) throw new Error(e.message + ' / ' + words);
    return;
  }
  throw new Error('accepted: ' + words);
}
refused('x', 'the options (argument 2) must be an object, not a string');
refused({ basic_auth: 5 }, "the option 'basic_auth' must be { user: '…', password: '…' } or 'user:password', not a number");
refused({ basic_auth: 'me' }, "the option 'basic_auth' must be 'user:password', and has no colon");
refused({ basic_auth: { name: 'me' } }, "the option 'basic_auth' has user and password, and no 'name'");
refused({ basic_auth: { user: 'm:e' } }, "a user's name in 'basic_auth' cannot hold a colon (RFC 7617)");
refused({ bearer: {} }, "the option 'bearer' must be a string, not an object");
refused({ form: 'a=b' }, "the option 'form' must be an object of names and values, not a string");
refused({ form: { a: {} } }, "in the option 'form', 'a' must be a string, a number, a boolean, or an array of these, not an object");
refused({ form: {}, multipart: {} }, "a request has one body, and here are two: 'form' and 'multipart'");
refused({ headers: 5 }, "the option 'headers' must be an object of names and values, not a number");
refused({ ip: 5 }, "the option 'ip' must be 4 or 6, not 5");
refused({ ip: '4' }, "the option 'ip' must be 4 or 6, not a string");
refused({ multipart: { a: { flie: 'x' } } }, "in the option 'multipart', 'a' has 'flie'; a part has file or data, filename and type");
refused({ multipart: { a: {} } }, "in the option 'multipart', 'a' must have either file or data");
refused({ multipart: { a: { file: 'x', data: 'y' } } }, "in the option 'multipart', 'a' must have either file or data");
refused({ multipart: { a: { data: 5 } } }, "in the option 'multipart', 'data' of 'a' must be a string, not a number");
refused({ multipart: { a: { data: 'x', type: 'a\r\nb' } } }, "in the option 'multipart', the type of 'a' holds a control character");
refused({ proxy: 5 }, "the option 'proxy' must be a URL such as 'http://proxy.example:3128', or null for none, not a number");
refused({ proxy: 'ftp://x' }, "the option 'proxy': only proxies at http:// URLs are spoken to");
refused({ proxy: 'https://x' }, "the option 'proxy': only proxies at http:// URLs are spoken to");
refused({ query: 'a=b' }, "the option 'query' must be an object of names and values, not a string");
refused({ resolve: { 'a.test': 'b.test' } }, "the option 'resolve': 'a.test': 'b.test' is not an address such as '10.0.0.7' or '::1'");
refused({ resolve: { 'a b': '::1' } }, "the option 'resolve': 'a b': its host is not a host name");
refused({ response_type: 'json' }, "the option 'response_type' must be 'text', 'binary' or 'none', not 'json'");
refused({ respnse_type: 'text' }, "there is no option 'respnse_type'; did you mean 'response_type'?");

try {
  http.post();
} catch (e) {
  if (e.message !== 'http.post: the URL (argument 1) must be a string, not undefined') throw e;
}
try {
  http.put(url, function () {});
} catch (e) {
  if (e.message !== 'http.put: the body (argument 2) must be a string, a buffer, or an object to send as JSON, not a function') throw e;
}
