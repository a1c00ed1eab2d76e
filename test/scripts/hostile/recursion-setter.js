// A setter sets itself.
// expect: fail
// class: limit
// timeout: 5s

var o = { set x(v) { this.x = v; } };
o.x = 1;
