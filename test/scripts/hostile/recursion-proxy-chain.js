// A proxy of a proxy of a proxy, and so on.
// expect: fail
// class: limit|script
// timeout: 5s

var p = {};
for (var i = 0; i < 100000; i++) p = new Proxy(p, {});
p.x;
