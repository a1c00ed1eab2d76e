// Few instructions, each of them long: JSON.
// expect: fail
// class: timeout
// timeout: 500ms

var list = _.range(100000);
while (true) JSON.stringify(list);
