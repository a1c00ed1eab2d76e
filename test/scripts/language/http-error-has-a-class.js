// A request without an answer throws; the error says why, and can be caught.
// expect: pass

var error = null;
try {
  http.do('GET', 'http://127.0.0.1:1/');
} catch (e) {
  error = e;
}
if (!(error instanceof Error)) throw new Error('got ' + error);
if (error['class'] !== 'connect') throw new Error('class ' + error['class']);
if (!/GET/.test(error.message) || !/127\.0\.0\.1:1/.test(error.message)) throw new Error('message: ' + error.message);
