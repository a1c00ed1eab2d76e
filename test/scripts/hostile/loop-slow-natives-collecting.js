// Few instructions, each of them long: much to collect.
// expect: fail
// class: timeout
// timeout: 500ms

var list = _.map(_.range(50000), function (n) { return { n: n, o: {} }; });
while (true) list = list.slice().concat([{}]).slice(1);
