// A circle.
// expect: fail
// class: script
// timeout: 5s

var o = {};
o.o = o;
JSON.stringify(o);
