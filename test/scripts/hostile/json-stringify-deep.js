// A deep object.
// expect: fail
// class: limit
// timeout: 5s

var o = {};
for (var i = 0; i < 100000; i++) o = { o: o };
JSON.stringify(o);
