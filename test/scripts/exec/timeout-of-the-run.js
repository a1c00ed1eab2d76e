// At the run's deadline a program cannot hold it.
// expect: fail
// class: timeout
// cause: the run took longer than its timeout of 300ms
// timeout: 300ms
// no log: never

try {
  exec.run('sh', ['-c', 'trap "" TERM; while true; do sleep 0.01; done']);
} catch (e) {
  log.info('caught');
}
log.info('never');
