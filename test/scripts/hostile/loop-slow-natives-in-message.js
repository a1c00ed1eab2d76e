// An error whose message takes hours to compare: reading it is still within the run's time.
// expect: fail
// class: timeout
// timeout: 1s

var s = 'a';
while (s.length < 4e6) s += s;
var needle = s.substr(0, 2000000) + 'b';
var e = new Error('x');
Object.defineProperty(e, 'message', { get: function () { return 'x' + s.indexOf(needle); } });
throw e;
