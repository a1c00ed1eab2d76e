// Literals of arrays, objects, regular expressions, made anew each time.
function f() { return [[], {}, /x/, function () {}]; }
var a = f(), b = f();
print(a.map(function (v, i) { return v === b[i]; }));
print([1, [2, [3, [4]]]][1][1][1][0], { a: { b: { c: 'deep' } } }.a.b.c, [{ x: [{ y: 1 }] }][0].x[0].y, [function () { return 'called'; }][0](), ({ f: function () { return this.v; }, v: 9 }).f());
var n = 0, list = [n++, n++, [n++]], o = { a: n++, b: n++ };
print(list, o, [, ].length, [1, ].length, [, 1, , ].length, ({}).x, [][0], 'abc'[1], /a(b)/.exec('ab')[1]);
print([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30].length, { 'a-b': 1, 1.5: 2, '': 3 }[''], { true: 1 }[true], { [1 + 1]: 'two' }[2]);
