// pick, omit, has, get, property, propertyOf, matcher, isMatch.
var o = { name: 'moe', age: 50, userid: 'm1' };
print(_.pick(o, 'name', 'age'), _.pick(o, ['name', 'none']), _.pick(o, function (v) { return typeof v === 'number'; }), _.pick(null, 'a'), _.omit(o, 'userid'), _.omit(o, ['name'], 'age'), _.omit(o, function (v, k) { return k === 'name'; }), _.pick(o, 'toString'), _.pick([7, 8, 9], 1));
var deep = { a: { b: [{ c: 5 }] } };
print(_.has(o, 'name'), _.has(o, 'toString'), _.has(null, 'x'), _.has(deep, ['a', 'b']), _.has(deep, ['a', 'z', 'q']), _.get(deep, ['a', 'b', 0, 'c']), _.get(deep, 'a.b'), _.get(deep, ['x', 'y'], 'default'), _.get(null, 'a', 1), _.property('name')(o), _.property(['a', 'b'])(deep), _.property('x')(null), _.propertyOf(o)('age'), _.propertyOf(null)('x'), _.propertyOf(deep)(['a', 'b', 0]));
print(_.matcher({ age: 50 })(o), _.matches === _.matcher, _.isMatch(o, { name: 'moe' }), _.isMatch(o, { none: 1 }), _.isMatch(null, {}), _.isMatch(null, { a: 1 }), _.isMatch({ a: undefined }, { a: undefined }), _.isMatch({}, { a: undefined }), _.toPath('a'), _.toPath(['a', 'b']));
