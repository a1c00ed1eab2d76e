// A program starts where it is told to.
// expect: pass
// log: /

log.info(exec.run('pwd', [], { cwd: '/' }).stdout.trim());
