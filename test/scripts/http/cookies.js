// response.cookies has what the response sets.
// expect: pass
// timeout: 5s

var target = '__TARGET__';
var cookies = http.get(target + '/headers').cookies;
if (cookies.a[0].value !== '1' || cookies.b[0].value !== '2') throw new Error('values');
var one = http.get(target + '/set-cookie/' + encodeURIComponent(
  '__proto__=x; Domain=.a.test; Path=/p; Expires=Tue, 14 Nov 2023 22:14:20 GMT; Secure; HttpOnly; SameSite=Lax'),
  { redirects: 0 }).cookies;
var own = Object.getOwnPropertyDescriptor(one, '__proto__').value[0];
var wanted = { name: '__proto__', value: 'x', domain: 'a.test', path: '/p', expires: '2023-11-14T22:14:20Z', secure: true,
  http_only: true, same_site: 'Lax' };
if (!_.isEqual(own, wanted)) throw new Error(JSON.stringify(own));
if (_.keys(http.get(target + '/html').cookies).length !== 0) throw new Error('none');
