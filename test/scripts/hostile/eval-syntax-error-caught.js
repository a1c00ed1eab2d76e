// Caught, it harms nobody.
// expect: pass
// timeout: 500ms

try {
  eval('((');
} catch (e) {
  if (!(e instanceof SyntaxError)) throw e;
}
