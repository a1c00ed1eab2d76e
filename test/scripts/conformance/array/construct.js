// Array called and constructed, and lengths that are none.
print(Array(), Array(3).length, new Array(3), Array(1, 2), new Array('3'));
[-1, 1.5, NaN, 4294967296, Infinity].forEach(function (n) { print(n, outcome(function () { return new Array(n); })); });
print(new Array(4294967295).length, new Array(0), new Array(null), new Array(undefined).length, Array.length, Array.name);
print(Array.isArray([]), Array.isArray(Array.prototype), Array.isArray({ length: 0 }), Array.isArray(new Uint8Array(1)), Array.isArray());
print(Array(2) instanceof Array, Array.apply(null, Array(2)), Array.prototype.length, Object.getPrototypeOf([]) === Array.prototype);
