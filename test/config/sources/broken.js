// Not JavaScript: bad/test-syntax-in-file.js loads it.
function f() {
  return 1 + ;
}
