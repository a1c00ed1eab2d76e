// for, while, do and for-in with every part left out.
var log = [];
for (var i = 0; ; ) { if (i++ > 2) break; log.push(i); }
for (; i < 6; ) log.push(i++);
for (; ; i--) if (i < 4) break;
do log.push('once'); while (false)
log.push('after do');
var n = 3;
while (n --> 0) { if (n === 1) continue; log.push('w' + n); }
do { if (n++ < 2) continue; break; } while (true);
print(log, n);
for (var k in { a: 1, b: 2 }) log.push(k);
for (k in 'xy') log.push(k);
var o = {};
for (o.key in { p: 1, q: 2 });
for (o['k' + 1] in [7]);
print(log.slice(-4), o, k);
for (var a = 0, b = 10; a < b; a += 3, b -= 2);
print(a, b);
for (var s = '', j = 0; j < 5; s += j++) ;
print(s);
for (var first in { z: 1, y: 2 }) break;
print(first, eval('for (var e = 0; e < 3; e++) e * 2'), eval('do { 7 } while (false)'), eval('var q = 0; while (q < 2) q++'));
