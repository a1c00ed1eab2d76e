// A hundred thousand fields on a line.
// expect: pass|fail
// class: limit|timeout
// timeout: 5s

log.kv(_.object(_.map(_.range(100000), function (n) { return ['k' + n, n]; }))).info('many');
