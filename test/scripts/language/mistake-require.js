// require does not exist here; the message says so.
// expect: fail
// class: script
// cause: require

var x = require('./x');
