// Bytes that are no UTF-8 become U+FFFD.
// expect: pass
// log: 97 65533 65533 0 98

var out = exec.run('printf', ['a\\377\\376\\0b']).stdout;
log.info(_.map(out.split(''), function (c) { return c.charCodeAt(0); }).join(' '));
