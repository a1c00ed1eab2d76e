// A program finds what it is given, and PATH.
// expect: pass
// log: PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
// log: A=1 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
// log: PATH=/bin:/usr/bin

function environment(env) {
  return exec.run('env', [], { env: env }).stdout.trim().split('\n').sort().join(' ');
}
log.info(exec.run('env').stdout.trim());
log.info(environment({ A: 1, B: null, C: undefined }));
log.info(environment({ PATH: '/bin:/usr/bin' }));
