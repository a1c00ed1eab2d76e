// toArray and size.
print(_.toArray([1, 2]), _.toArray({ a: 1, b: 2 }), _.toArray('abc'), _.toArray(null), _.toArray(5), (function () { return _.toArray(arguments); })(1, 2), _.toArray({ length: 2, 0: 'x', 1: 'y' }), _.toArray('\ud83d\ude00!').length);
var a = [1];
print(_.toArray(a) === a, _.size([1, 2]), _.size({ a: 1 }), _.size('abc'), _.size(null), _.size({ length: 3 }), _.size(5), _.size(undefined));
