// Watches that a customer of the shop can log in, is known on the account page, and can log out again.
//
// The shop's address is SHOP_URL; without it this canary is registered as paused. To try it, start the demonstration
// shop:
//
//     node test/e2e/demo-shop.mjs 9090 &
//     SHOP_URL=http://127.0.0.1:9090 ./dev run
//
// The flow is what a browser does: fetch the form, carry the cookie, send the hidden token back, follow the redirect.
// The session carries the cookies. It has redirects: 0, because the redirect itself is what the script wants to see.

var shop = std.os.getenv('SHOP_URL').replace(/\/$/, '');
var user = std.os.getenv('SHOP_USER') || 'canary';
var password = std.os.getenv('SHOP_PASSWORD') || 'feathers';
if (!shop) log.fail('SHOP_URL is not set: start the daemon with the address of the shop in it');

// Remembers cookies, as a browser does.
var browser = http.session({ redirects: 0, timeout: '5s' });

/** @param {string} step @param {string} method @param {string} path @param {FormFields} [form] */
function visit(step, method, path, form) {
  var response = browser.do(method, shop + path, null, null, form ? { form: form } : {});
  log.kv({ step: step, code: response.code, milliseconds: response.timings.duration }).info(method + ' ' + path);
  return response;
}

/** @param {string} step @param {HttpResponse} response @param {number} code */
function expect_code(step, response, code) {
  if (response.code === code) return;
  log.kv('body', response.body.slice(0, 500)).fail(step + ': expected ' + code + ', got ' + response.code);
}

/** @param {string} step @param {HttpResponse} response @param {string} path */
function expect_redirect(step, response, path) {
  expect_code(step, response, 303);
  var location = (response.header('Location') || 'nowhere').replace(shop, '');
  if (location !== path) log.fail(step + ': redirected to ' + location + ' and not to ' + path);
}

// The login page holds a form with a token that has to come back with it.
/** @param {string} step */
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
var cookies = _.map(browser.cookies(shop + '/account'), function (c) { return c.name + '=' + c.value; }).join('; ');
if (!cookies) log.fail('account: nobody gave a cookie');
expect_redirect('logout', visit('logout', 'POST', '/logout', { csrf: token[1] }), '/login');
var after = http.get(shop + '/account', { headers: { Cookie: cookies }, redirects: 0, timeout: '5s' });
expect_redirect('account after logout', after, '/login');
