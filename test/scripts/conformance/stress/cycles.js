// Circles of objects that are dropped.
var last = null, alive = [];
for (var i = 0; i < 5000; i++) { var a = { n: i }, b = { a: a }, c = [a, b]; a.b = b; a.c = c; b.f = function () { return a; }; b.f.self = b; if (i % 1000 === 0) alive.push(a); last = a; }
print(last.b.a === last, last.c[1].f() === last, alive.map(function (a) { return a.b.a.n + (a.c[0] === a) + (a.b.f.self === a.b); }));
function Node(v) { this.v = v; this.next = this.prev = this; }
var ring = new Node(0);
for (i = 1; i < 3000; i++) { var n = new Node(i); n.prev = ring.prev; n.next = ring; ring.prev.next = n; ring.prev = n; }
for (var at = ring.next, count = 1, total = 0; at !== ring; at = at.next) { count++; total += at.v; if (at.v % 2) { at.prev.next = at.next; at.next.prev = at.prev; } }
print(count, total);
for (at = ring.next, count = 1; at !== ring; at = at.next) count++;
print(count);
