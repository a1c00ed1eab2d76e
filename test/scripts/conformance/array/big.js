// A big array, in steps.
var a = [];
for (var i = 0; i < 50000; i++) a.push(i);
print(a.length, a[49999], a.indexOf(25000), a.slice(100, 105), a.reduce(function (s, v) { return s + v; }, 0));
print(a.splice(10, 49980).length, a, a.length);
a.length = 5;
for (i = 20000; i >= 0; i--) a[i] = i;
print(a.length, a.every(function (v, i) { return v === i; }));
while (a.length > 3) a.pop();
print(a, a.reverse());
var b = new Array(1000).join('x').split('');
print(b.length, b.map(function (c, i) { return c + i; }).join('').length);
for (i = 0; i < 300; i++) b.unshift(i);
for (i = 0; i < 200; i++) b.shift();
print(b.length, b[0], b[99], b[100]);
