// Bytecode cannot be loaded: text that looks like it is text.
// expect: pass
// timeout: 500ms
// log: refused

try {
  eval('\xbf\x00\x00\x00');
} catch (e) {
  log.info('refused');
}
