// A regular expression, matched where there is least stack.
// expect: fail
// class: limit|timeout
// timeout: 5s

var text = 'ab'.repeat(50000);
function f() {
  try {
    f();
  } catch (e) {
    /^(?:a|b)*c/.test(text);
  }
}
f();
