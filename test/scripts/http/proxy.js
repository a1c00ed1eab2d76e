// A proxy of the request's own is asked for the whole URL, with its credentials.
// expect: pass
// timeout: 5s

var target = '__TARGET__';
var echo = http.get('http://shop.example/x', { proxy: target.replace('http://', 'http://me:pw@'), trace: false });
if (echo.code !== 404) throw new Error(echo.code);
if (http.get(target + '/html', { proxy: null }).code !== 200) throw new Error('null');
if (http.get(target + '/html', { proxy: false }).code !== 200) throw new Error('false');
try {
  http.get(target + '/html', { proxy: 'http://127.0.0.1:1' });
  throw new Error('answered');
} catch (e) {
  if (e['class'] !== 'connect' || e.message.indexOf('proxy 127.0.0.1:1: ') < 0) throw e;
}
