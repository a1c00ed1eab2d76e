// Watches that a customer of the shop can log in, is known on the account page, and can log out again.
//
// The shop's address is SHOP_URL; without it this canary is registered as paused. To try it, start the demonstration
// shop:
//
//     node test/e2e/demo-shop.mjs 9090 &
//     SHOP_URL=http://127.0.0.1:9090 ./dev run
//
// The flow is what a browser does: fetch the form, carry the cookie, send the hidden token back, follow the redirect.
// The script carries the cookies by hand and asks for redirects: 0, because the redirect itself is what it wants to
// see.

var shop = std.os.getenv('SHOP_URL').replace(/\/$/, '');
var user = std.os.getenv('SHOP_USER') || 'canary';
var password = std.os.getenv('SHOP_PASSWORD') || 'feathers';
if (!shop) log.fail('SHOP_URL is not set: start the daemon with the address of the shop in it');

var jar = {};

// One request with the cookies so far; takes up the cookies that come back.
function visit(step, method, path, form) {
  var headers = {};
  var cookies = _.map(jar, function (value, name) { return name + '=' + value; });
  if (cookies.length > 0) headers.Cookie = cookies.join('; ');
  if (form) headers['Content-Type'] = 'application/x-www-form-urlencoded';
  var body = _.map(form || {}, function (value, name) {
    return encodeURIComponent(name) + '=' + encodeURIComponent(value);
  }).join('&');

  var response = http.do(method, shop + path, headers, body, { redirects: 0, timeout: '5s' });
  _.each(response.headers['Set-Cookie'] || [], function (line) {
    var pair = /^([^=;]+)=([^;]*)/.exec(line);
    if (!pair) return;
    if (/;\s*max-age=0/i.test(line)) delete jar[pair[1]];
    else jar[pair[1]] = pair[2];
  });
  log.kv({ step: step, code: response.code, milliseconds: response.timings.duration }).info(method + ' ' + path);
  return response;
}

function expect_code(step, response, code) {
  if (response.code === code) return;
  log.kv('body', response.body.slice(0, 500)).fail(step + ': expected ' + code + ', got ' + response.code);
}

function expect_redirect(step, response, path) {
  expect_code(step, response, 303);
  var location = (response.header('Location') || 'nowhere').replace(shop, '');
  if (location !== path) log.fail(step + ': redirected to ' + location + ' and not to ' + path);
}

// The login page holds a form with a token that has to come back with it.
function fetch_form(step) {
  var page = visit(step, 'GET', '/login');
  expect_code(step, page, 200);
  var token = /name="csrf" value="([^"]+)"/.exec(page.body);
  if (!token) log.fail(step + ': there is no token in the form');
  return token[1];
}

// A shop that lets everyone in passes every other check, so the wrong password comes first.
var refused = visit('wrong password', 'POST', '/login', {
  user: user, password: password + std.do.rand_string(8), csrf: fetch_form('form')
});
expect_code('wrong password', refused, 403);

var accepted = visit('login', 'POST', '/login', { user: user, password: password, csrf: fetch_form('form again') });
expect_redirect('login', accepted, '/account');

var account = visit('account', 'GET', '/account');
expect_code('account', account, 200);
if (account.body.indexOf('Hello, ' + user) < 0) {
  log.kv('body', account.body.slice(0, 500)).fail('account: the page does not greet ' + user);
}

// Whoever logs out is out: the old cookie opens nothing.
var token = /name="csrf" value="([^"]+)"/.exec(account.body);
if (!token) log.fail('account: there is no form to log out with');
var session = _.clone(jar);
expect_redirect('logout', visit('logout', 'POST', '/logout', { csrf: token[1] }), '/login');
jar = session;
expect_redirect('account after logout', visit('account after logout', 'GET', '/account'), '/login');
