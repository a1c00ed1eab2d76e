// A request from the deepest place.
// expect: fail
// class: limit|connect
// timeout: 5s

function f() {
  try {
    f();
  } catch (e) {
    http.do('GET', 'http://127.0.0.1:1/');
  }
}
f();
