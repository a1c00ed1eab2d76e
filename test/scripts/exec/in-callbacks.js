// It waits inside callbacks and getters too.
// expect: pass
// log: 0 1 2 
// log: {"value":"got"}

log.info(_.map([0, 1, 2], function (n) { return exec.run('printf', ['%s ', n]).stdout; }).join(''));
log.info(JSON.stringify({ get value() { return exec.run('printf', ['got']).stdout; } }));
