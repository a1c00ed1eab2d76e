// return belongs into a function.
// expect: fail
// class: script
// no log: never

log.info('never');
return;
