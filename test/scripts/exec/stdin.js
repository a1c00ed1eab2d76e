// stdin is a text or a buffer, and empty where nothing is given.
// expect: pass
// log: zwölf
// log: 0 255
// log: 0

log.info(exec.run('cat', [], { stdin: 'zwölf' }).stdout);
log.info(exec.run('od', ['-An', '-tu1'], { stdin: new Uint8Array([0, 255]) }).stdout.trim().replace(/ +/g, ' '));
log.info(exec.run('wc', ['-c']).stdout.trim());
