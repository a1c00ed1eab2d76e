// Each regular expression ends at its limit, and there is always another.
// expect: fail
// class: timeout
// timeout: 500ms

var text = 'a'.repeat(40) + '!';
while (true) {
  try {
    /^(a+)+$/.test(text);
  } catch (e) {
    // the next one
  }
}
