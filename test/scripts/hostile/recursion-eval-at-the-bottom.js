// Nested source, compiled where there is least stack.
// expect: fail
// class: limit
// timeout: 5s

var nested = '('.repeat(10000) + '1' + ')'.repeat(10000);
function f() {
  try {
    f();
  } catch (e) {
    eval(nested);
  }
}
f();
