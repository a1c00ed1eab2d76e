// Underscore, as its own pages show it.
// expect: pass

function same(name, a, b) {
  if (!_.isEqual(a, b)) throw new Error(name + ': ' + JSON.stringify(a));
}
same('map', _.map([1, 2, 3], function (n) { return n * 3; }), [3, 6, 9]);
same('pluck', _.pluck([{ n: 'a' }, { n: 'b' }], 'n'), ['a', 'b']);
same('groupBy', _.groupBy([1.3, 2.1, 2.4], Math.floor), { 1: [1.3], 2: [2.1, 2.4] });
same('chain', _.chain([3, 1, 2]).sortBy().first(2).value(), [1, 2]);
same('template', _.template('hello <%= name %>')({ name: 'world' }), 'hello world');
same('findWhere', _.findWhere([{ a: 1, b: 2 }, { a: 2, b: 3 }], { a: 2 }), { a: 2, b: 3 });
same('range', _.range(0, 10, 5), [0, 5]);
same('escape', _.escape('<&>'), '&lt;&amp;&gt;');
same('isEqual', _.isEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }), true);
if (_([1, 2]).size() !== 2) throw new Error('wrapping');
if (!/^1\./.test(_.VERSION)) throw new Error('version ' + _.VERSION);
