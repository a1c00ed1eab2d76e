// A list of a million for the console: it shows some of it.
// expect: pass|fail
// class: limit
// timeout: 5s

console.log(_.range(500000));
log.info('after');
