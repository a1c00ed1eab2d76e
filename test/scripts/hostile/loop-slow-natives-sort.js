// Few instructions, each of them long: sort.
// expect: fail
// class: timeout
// timeout: 500ms

var list = _.range(20000);
while (true) list.slice().sort();
