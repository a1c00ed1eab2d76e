// What built-ins pass to callbacks.
function args() { return [].slice.call(arguments).map(function (a) { return Array.isArray(a) ? 'list' : a; }); }
print(['a', 'b'].map(args), ['a', 'b'].filter(function () { return arguments.length === 3; }));
print([1, 2, 3].reduce(function () { return args.apply(null, arguments).join('/'); }));
print([3, 1].sort(function () { print(arguments.length); return arguments[0] - arguments[1]; }));
print('xay'.replace(/a/, function () { return args.apply(null, arguments).join('|'); }), 'k1'.replace(/([a-z])(\d)(z)?/, function () { return args.apply(null, arguments).map(String).join('|'); }));
print(JSON.stringify({ a: 1 }, function (k, v) { print(k, arguments.length, typeof this); return v; }));
print(JSON.parse('{"a":[1]}', function (k, v) { print(k, arguments.length >= 2, Array.isArray(this)); return v; }));
print(['1', '2', '3', '10'].map(parseInt), ['1', '2'].map(Number));
