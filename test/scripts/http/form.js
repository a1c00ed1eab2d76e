// The option form is a body as browsers send it.
// expect: pass
// timeout: 5s

var target = '__TARGET__';
var echo = http.post(target + '/echo', null, { form: { user: 'a b', list: ['1', 2], mark: 'ü&=' } }).json();
if (echo.body !== 'user=a+b&list=1&list=2&mark=%C3%BC%26%3D') throw new Error(echo.body);
if (echo.headers['content-type'].join() !== 'application/x-www-form-urlencoded') throw new Error('type');
var typed = http.post(target + '/echo', null, { form: { a: 1 }, headers: { 'content-type': 'x/y' } }).json();
if (typed.headers['content-type'].join() !== 'x/y') throw new Error('own type');
