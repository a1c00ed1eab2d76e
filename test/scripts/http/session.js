// A session remembers cookies, and gives its headers to each request.
// expect: pass
// timeout: 5s

var target = '__TARGET__';
var shop = http.session({ headers: { 'X-Shop': 'a', Accept: 'text/plain' }, query: { lang: 'en' }, bearer: 'token' });
function headers_of(response) { return response.json('headers'); }

var login = shop.get(target + '/set-cookie/' + encodeURIComponent('sid=1; Path=/'));
if (headers_of(login).cookie.join() !== 'sid=1') throw new Error('not at the redirect');
if (login.redirects.length !== 1 || login.redirects[0].code !== 302) throw new Error('redirects');

var second = headers_of(shop.post(target + '/echo', 'x', { headers: { accept: 'image/png', Cookie: 'own=2' } }));
if (second.cookie.join() !== 'own=2; sid=1') throw new Error('cookies: ' + second.cookie);
if (second['x-shop'].join() !== 'a' || second.accept.join() !== 'image/png') throw new Error('headers');
if (second.authorization.join() !== 'Bearer token') throw new Error('authorization');
if (shop.get(target + '/echo', { query: { q: 1 } }).json('path') !== '/echo?lang=en&q=1') throw new Error('query');

var own = headers_of(shop.do('GET', target + '/echo', { 'X-Shop': ['b', 'c'], Authorization: 'Basic eA==' }));
if (own['x-shop'].join() !== 'b,c' || own.authorization.join() !== 'Basic eA==') throw new Error('own');
if (headers_of(shop.batch([target + '/echo'])[0]).cookie.join() !== 'sid=1') throw new Error('batch');

var kept = shop.cookies(target + '/');
if (kept.length !== 1 || kept[0].name !== 'sid' || kept[0].value !== '1' || kept[0].path !== '/') throw new Error('kept');
shop.get(target + '/set-cookie/' + encodeURIComponent('sid=; Path=/; Max-Age=0'));
if (shop.cookies(target + '/').length !== 0) throw new Error('not removed');

// Another one, and no one, know nothing of it.
shop.get(target + '/set-cookie/' + encodeURIComponent('sid=3; Path=/'));
if (headers_of(http.session().get(target + '/echo')).cookie) throw new Error('another session');
if (headers_of(http.get(target + '/echo')).cookie) throw new Error('no session');
