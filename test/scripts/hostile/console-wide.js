// A hundred thousand keys.
// expect: pass|fail
// class: limit|timeout
// timeout: 5s

console.log(_.object(_.map(_.range(100000), function (n) { return ['k' + n, n]; })));
