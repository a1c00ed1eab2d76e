// An impossible length.
// expect: fail
// class: script

var a = new Array(-1);
