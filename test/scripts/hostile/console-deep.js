// A very deep object for the console.
// expect: pass
// timeout: 5s
// log: { o: { o: { o: [Object] } } }

var o = {};
for (var i = 0; i < 100000; i++) o = { o: o };
console.log(o);
