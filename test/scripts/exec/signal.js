// A signal is told by its name, and there is no code then.
// expect: pass
// log: null SIGKILL

var end = exec.run('sh', ['-c', 'kill -KILL $$']);
log.info(end.code + ' ' + end.signal);
