// Very deep lists for the console.
// expect: pass
// timeout: 5s
// log: [ [ [ [Array] ] ] ]

var a = [];
for (var i = 0; i < 100000; i++) a = [a];
console.log(a);
