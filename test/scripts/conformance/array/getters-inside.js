// Arrays with accessors as items.
var a = [1, 2, 3], log = [];
Object.defineProperty(a, 1, { get: function () { log.push('get'); return 'g'; }, set: function (v) { log.push('set ' + v); }, configurable: true, enumerable: true });
print(a.join(), a.slice(), a.indexOf('g'), a.map(String), log.length);
log = [];
a.reverse();
print(log, a[0], a[2]);
a[1] = 5;
print(log.slice(-1));
Object.defineProperty(a, 0, { get: function () { a.length = 1; return 'cut'; } });
print(a.map(function (v) { return v; }).length, a.length);
