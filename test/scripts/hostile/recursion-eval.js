// Through eval.
// expect: fail
// class: limit
// timeout: 5s

var code = 'eval(code) + 1';
eval(code);
