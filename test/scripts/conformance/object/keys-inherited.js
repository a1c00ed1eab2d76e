// for-in walks the prototypes, each name once, hidden by what is nearer.
var far = { a: 1, b: 2, c: 3 };
var near = Object.create(far, { b: { value: 'hidden', enumerable: false }, d: { value: 1, enumerable: true } });
near.e = 5;
var own = Object.create(near);
own.a = 'own';
own.f = 6;
var seen = [];
for (var key in own) seen.push(key);
print(seen);
print(Object.keys(own), 'b' in own, own.b);
for (var none in null) print('never');
for (none in undefined) print('never');
for (var at in 'hi') print(at);
for (var n in 12) print('never');
