// Two branches at each level, all the same object.
// expect: pass
// timeout: 500ms

var o = 'leaf';
for (var i = 0; i < 60; i++) o = [o, o];
console.log(o);
