// A proxy of a proxy that throws, in an array, in the console.
// expect: pass|fail
// class: assert|script|limit|timeout
// timeout: 2s

var p = new Proxy([], { get: function (t, k) { if (k === 'length') return 1e9; return t[k]; } });
console.log([p]);
