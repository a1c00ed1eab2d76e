// Few instructions, each of them long: concat.
// expect: fail
// class: timeout
// timeout: 500ms

var list = _.range(300000);
while (true) list.concat(list);
