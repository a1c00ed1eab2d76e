// What a program's end looks like.
// expect: pass
// log: {"code":3,"signal":null,"stdout":"out\n","stderr":"err\n"}

var end = exec.run('sh', ['-c', 'echo out; echo err >&2; exit 3']);
if (!(end.duration > 0)) log.fail('it took ' + end.duration);
log.info(JSON.stringify(_.omit(end, 'duration')));
