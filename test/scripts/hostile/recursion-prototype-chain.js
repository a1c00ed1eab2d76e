// A very long chain of prototypes.
// expect: fail
// class: limit|script
// timeout: 5s

var o = {};
for (var i = 0; i < 100000; i++) o = Object.create(o);
o.x;
