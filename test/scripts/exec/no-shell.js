// Nothing is expanded, unless a shell is what runs.
// expect: pass
// log: $HOME *;`id`
// log: 2

log.info(exec.run('printf', ['%s %s', '$HOME', '*;`id`']).stdout);
log.info(exec.run('sh', ['-c', 'echo $((1 + 1))']).stdout.trim());
