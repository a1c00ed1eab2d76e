// Numbers and booleans are written as text.
// expect: pass
// log: 1.5|true|

log.info(exec.run('printf', ['%s|', 1.5, true]).stdout);
