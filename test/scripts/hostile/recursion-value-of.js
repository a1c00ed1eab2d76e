// valueOf needs the value.
// expect: fail
// class: limit
// timeout: 5s

var o = { valueOf: function () { return o + 1; } };
o + 1;
