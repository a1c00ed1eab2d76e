// Indices of typed arrays: inside, outside, and no indices.
var t = new Uint8Array([1, 2, 3]);
t[-1] = 9; t['1'] = 20; t.extra = 'x'; t[1.5] = 5;
print(t.length, t[1], t.extra, 2 in t, Object.keys(t).slice(0, 3), t.hasOwnProperty(0), t.hasOwnProperty(5), delete t.extra);
t.length = 1;
print(t.length, t.byteLength, outcome(function () { 'use strict'; t.length = 5; }));
t[3] = 9;
print(t[3], 3 in t);
for (var seen = [], i = 0; i < t.length; i++) seen.push(t[i]);
print(seen, [].slice.call(t), [].map.call(t, function (v) { return v * 2; }), [].indexOf.call(t, 20), [].join.call(t, '-'), Array.isArray(t));
