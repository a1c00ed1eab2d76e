// Nested JSON, parsed where there is least stack.
// expect: pass|fail
// class: limit
// timeout: 5s

var nested = '['.repeat(900) + ']'.repeat(900);
function f() {
  try {
    f();
  } catch (e) {
    JSON.parse(nested);
  }
}
f();
