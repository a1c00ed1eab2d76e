// A getter gets itself.
// expect: fail
// class: limit
// timeout: 5s

var o = { get x() { return this.x; } };
o.x;
