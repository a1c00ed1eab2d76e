// A name can be given an address, and a family be asked for.
// expect: pass
// timeout: 5s

var port = '__TARGET__'.split(':')[2];
var response = http.get('http://shop.example:' + port + '/echo', { resolve: { 'Shop.Example': '127.0.0.1' }, ip: 4 });
if (response.json('headers.host.0') !== 'shop.example:' + port || response.remote_ip !== '127.0.0.1') throw new Error('host');
var idn = http.get('http://bücher.example:' + port + '/echo', { resolve: { 'bücher.example': ['127.0.0.1'] } });
if (idn.json('headers.host.0') !== 'xn--bcher-kva.example:' + port) throw new Error('idn');
if (idn.url !== 'http://xn--bcher-kva.example:' + port + '/echo') throw new Error(idn.url);
try {
  http.get('__TARGET__/echo', { ip: 6 });
  throw new Error('answered');
} catch (e) {
  if (e['class'] !== 'dns') throw e;
}
