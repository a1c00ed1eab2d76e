// Without --allow.exec the call says what is missing.
// expect: fail
// class: exec
// cause: exec.run is off: scripts may run programs where canaryd, or canaryctl run, has --allow.exec
// log: exec

try {
  exec.run('true');
} catch (e) {
  log.info(e['class']);
  throw e;
}
