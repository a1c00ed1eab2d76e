// lastIndex as global patterns use it.
var r = /a/g;
print(r.test('aba'), r.lastIndex, r.test('aba'), r.lastIndex, r.test('aba'), r.lastIndex);
r.lastIndex = '1';
print(r.exec('aba').index, typeof r.lastIndex);
r.lastIndex = -1;
print(outcome(function () { return r.exec('aba').index; }), r.lastIndex);
r.lastIndex = { valueOf: function () { return 2; } };
print(r.exec('aba').index, r.lastIndex);
r.lastIndex = 2;
print('aaa'.replace(r, 'b'), r.lastIndex, 'aaa'.match(r).length, r.lastIndex, 'aaa'.split(r).length, 'baa'.search(r), r.lastIndex);
Object.defineProperty(r, 'lastIndex', { writable: false, value: 0 });
print(outcome(function () { return r.test('a'); }), outcome(function () { return r.test('b'); }));
