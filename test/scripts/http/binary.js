// A body can be bytes, or nothing, and is text where nothing is said.
// expect: pass
// timeout: 5s

var target = '__TARGET__';
var binary = http.get(target + '/all-bytes', { response_type: 'binary' });
if (!(binary.body instanceof Uint8Array) || binary.body.length !== 256) throw new Error('no bytes');
for (var i = 0; i < 256; ++i) if (binary.body[i] !== i) throw new Error('byte ' + i);
if (http.get(target + '/json', { response_type: 'binary' }).json('name') !== 'canary') throw new Error('json');
if (http.get(target + '/bytes/0', { response_type: 'binary' }).body.length !== 0) throw new Error('empty');

var none = http.get(target + '/bytes/100000', { response_type: 'none' });
if (none.body !== null || none.code !== 200) throw new Error('none');
try {
  none.json();
  throw new Error('json of nothing');
} catch (e) {
  if (e.message.indexOf('was not kept') < 0) throw e;
}
if (typeof http.get(target + '/html', { response_type: 'text' }).body !== 'string') throw new Error('text');

// And back: what is received can be sent.
var echoed = http.post(target + '/echo', http.get(target + '/html', { response_type: 'binary' }).body).json('body');
if (echoed !== '<p>hello</p>') throw new Error('sent: ' + echoed);
