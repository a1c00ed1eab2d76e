// The same where the getter is a native function, and the run is over already when it is called.
// expect: fail
// class: timeout
// timeout: 500ms

var s = 'a';
while (s.length < 4e6) s += s;
var needle = s.substr(0, 2000000) + 'b';
Object.defineProperty(RangeError.prototype, 'message', { get: s.indexOf.bind(s, needle) });
Object.defineProperty(RangeError.prototype, 'stack', { get: s.indexOf.bind(s, needle) });
while (true) {}
