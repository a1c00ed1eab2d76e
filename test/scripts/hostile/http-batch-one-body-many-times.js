// One text of the script's, sent by a thousand requests of a batch, and that caught.
// expect: fail
// class: limit
// cause: http.batch: the bodies together are over the test's memory_limit
// timeout: 5s

var body = new Array((1 << 20) + 1).join('x');
try {
  http.batch(_.times(1000, function () { return { url: 'http://127.0.0.1:1/', method: 'POST', body: body }; }));
} catch (e) {
  // not so bad
}
