// mixin, noConflict, iteratee, VERSION.
_.mixin({ capitalize: function (s) { return s[0].toUpperCase() + s.slice(1); }, sum: function (l) { return _.reduce(l, function (a, b) { return a + b; }, 0); } });
print(_.capitalize('fabio'), _('fabio').capitalize(), _.chain([1, 2]).sum().value(), _.mixin({}) === _, typeof _.VERSION, /^1\.13/.test(_.VERSION));
print(_.iteratee('a')({ a: 1 }), _.iteratee({ a: 1 })({ a: 1, b: 2 }), _.iteratee()(5), _.iteratee(function (n) { return n + 1; })(1), _.iteratee(['a', 'b'])({ a: { b: 2 } }), _.map([1, 2], null));
var before = _.iteratee;
_.iteratee = function (v, c) { return v === 'twice' ? function (n) { return n * 2; } : before(v, c); };
print(_.map([1, 2], 'twice'));
_.iteratee = before;
print(_.map([{ twice: 'back' }], 'twice'));
