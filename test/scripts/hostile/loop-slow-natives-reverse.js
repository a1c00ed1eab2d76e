// Few instructions, each of them long: reverse.
// expect: fail
// class: timeout
// timeout: 500ms

var list = _.range(300000);
while (true) list.reverse();
