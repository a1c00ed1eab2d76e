// An error of one's own about it is a verdict.
// expect: fail
// class: assert
// cause: the shop is down

try {
  http.do('GET', 'http://127.0.0.1:1/');
} catch (e) {
  throw new Error('the shop is down: ' + e.message);
}
