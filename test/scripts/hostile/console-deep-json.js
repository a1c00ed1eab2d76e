// %j of a very deep object.
// expect: pass|fail
// class: limit|script
// timeout: 5s

var o = {};
for (var i = 0; i < 100000; i++) o = { o: o };
console.log('%j', o);
