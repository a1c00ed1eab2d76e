// toString makes a string of itself.
// expect: fail
// class: limit
// timeout: 5s

var o = { toString: function () { return '' + o; } };
'' + o;
