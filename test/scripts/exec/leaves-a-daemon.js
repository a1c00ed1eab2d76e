// What a program leaves behind holds nobody up.
// expect: pass
// timeout: 20s
// log: over

log.info(exec.run('sh', ['-c', '(setsid sleep 600 &) ; echo over']).stdout.trim());
