// typeof and void.
[undefined, null, 1, 'x', true, {}, [], function () {}, Symbol(), /x/, new Date(0), NaN, new String(''), Math, Object, Object.create(null)].forEach(function (v) { print(typeof v); });
print(typeof nowhere, typeof nowhere === 'undefined', typeof typeof nowhere, void 0, void 'x', typeof void 0, typeof (function () {})(), typeof new Function(), typeof Symbol.iterator, typeof -'x', typeof !1, typeof (1, 'a'));
print(outcome(function () { return typeof nowhere.x; }), typeof this, typeof eval, typeof arguments, typeof JSON.parse);
