// A trap calls itself.
// expect: fail
// class: limit
// timeout: 5s

var p = new Proxy({}, { get: function (t, k, r) { return r[k]; } });
p.x;
