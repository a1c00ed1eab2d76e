// A batch is answered in order, whatever is ready first.
// expect: pass
// timeout: 5s

var target = '__TARGET__';
var responses = http.batch([
  target + '/slow/150',
  { url: target + '/echo', method: 'POST', body: { n: 1 }, headers: { 'X-A': 'b' } },
  { url: target + '/echo', form: { a: 'b c' }, method: 'PUT' },
  { url: target + '/redirect/1', redirects: 0 },
  { url: target + '/all-bytes', response_type: 'binary' }
]);
if (responses.length !== 5) throw new Error('length');
if (responses[0].body !== 'at last') throw new Error('first');
if (responses[1].json('body') !== '{"n":1}' || responses[1].json('headers.x-a.0') !== 'b') throw new Error('second');
if (responses[2].json('body') !== 'a=b+c' || responses[2].json('method') !== 'PUT') throw new Error('third');
if (responses[3].code !== 302) throw new Error('fourth');
if (responses[4].body[255] !== 255) throw new Error('fifth');
if (http.batch([]).length !== 0) throw new Error('empty');

var many = http.batch(_.map(_.range(60), function (n) { return target + '/echo?' + n; }));
_.each(many, function (r, n) { if (r.json('path') !== '/echo?' + n) throw new Error('not in order'); });
