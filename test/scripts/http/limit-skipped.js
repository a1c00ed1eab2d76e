// A skip hides no limit that the run has reached.
// expect: fail
// class: limit
// cause: the response's body is over the limit of 10 bytes
// log: the run is skipped: nothing to see
// timeout: 5s

var target = '__TARGET__';
try {
  http.do('GET', target + '/bytes/11', {}, '', { max_body: 10 });
} catch (e) {
  test.skip('nothing to see');
}
