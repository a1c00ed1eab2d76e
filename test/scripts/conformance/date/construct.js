// Date from numbers, texts, parts and dates.
print(new Date(0), new Date(1e12), new Date(-1), new Date(NaN), new Date(undefined), new Date(null), new Date(true), new Date('2024-02-29'), new Date(new Date(5)), new Date('x'));
print(new Date(8.64e15), new Date(8.64e15 + 1), new Date(-8.64e15), new Date(-8.64e15 - 1), new Date(1.9), new Date(-1.9), new Date('5') instanceof Date, typeof Date(), typeof Date(0), Date.length, Date.name);
print(new Date({ valueOf: function () { return 7; } }), new Date({ toString: function () { return '2020-01-01'; } }), outcome(function () { return new Date(Symbol()); }));
var d = new Date(2020, 1, 3, 4, 5, 6, 7);
print(d.getFullYear(), d.getMonth(), d.getDate(), d.getHours(), d.getMinutes(), d.getSeconds(), d.getMilliseconds(), d.getDay());
