// Queues, stacks, rings, with everything that moves items.
var q = [], log = [];
for (var i = 0; i < 2000; i++) { q.push(i); if (i % 3 === 2) log.push(q.shift()); }
print(q.length, log.length, q[0], log[log.length - 1]);
while (q.length > 10) { q.pop(); q.shift(); }
print(q);
q.unshift.apply(q, q.splice(-3));
print(q);
for (i = 0; i < 5; i++) q.push(q.shift());
print(q, q.indexOf(Math.max.apply(null, q)));
var stack = [];
'a(b[c]{d})e'.split('').forEach(function (c) { if ('([{'.indexOf(c) >= 0) stack.push(c); else if (')]}'.indexOf(c) >= 0) print(stack.pop() + c, stack.length); });
