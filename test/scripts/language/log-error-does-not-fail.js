// log.error is a line, not a verdict.
// expect: pass
// log: bad, but not the end
// level: error

log.error('bad, but not the end');
