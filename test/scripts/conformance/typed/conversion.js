// What numbers become when they are stored.
var values = [0, -0, 1.9, -1.9, 127, 128, 255, 256, 257, -1, -128, -129, 32768, 65536, 2147483648, 4294967296, 1e20, NaN, Infinity, -Infinity, 0.5, 1.5, 2.5, 254.5, 0.1, 16777217, 1e39, 5e-324];
[Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array].forEach(function (T) { print(T.name, [].slice.call(new T(values)).map(function (v) { return v === 0 && 1 / v < 0 ? '-0' : String(v); }).join(' ')); });
var u = new Uint8Array(8);
['7', true, null, undefined, 'x', [5], {}, { valueOf: function () { return 300; } }].forEach(function (v, i) { u[i] = v; });
print(u, outcome(function () { u[0] = Symbol(); }));
