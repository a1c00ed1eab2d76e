// Array methods on typed arrays.
var t = new Int16Array([5, 3, 9, 1, 7]);
print([].slice.call(t, 1, 3), [].map.call(t, function (v) { return v + 0.5; }), [].filter.call(t, function (v) { return v > 4; }), [].reduce.call(t, function (a, b) { return a + b; }), [].every.call(t, Number), [].lastIndexOf.call(t, 1));
print([].reverse.call(t) === t, t, [].sort.call(t, function (a, b) { return a - b; }) === t, t, [].concat.call([0], [].slice.call(t)), Math.max.apply(null, t), String.fromCharCode.apply(null, new Uint8Array([72, 105])));
for (var i in new Uint8Array(2)) print(i, typeof i);
print(JSON.stringify(Array.apply(null, t)), outcome(function () { return [].push.call(new Uint8Array(1), 5); }));
