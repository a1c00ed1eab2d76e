// A program that fails is an answer, as a 500 is one.
// expect: pass
// log: 1

log.info(String(exec.run('false').code));
