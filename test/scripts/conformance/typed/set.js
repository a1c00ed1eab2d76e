// set copies from arrays and typed arrays, over itself too.
var t = new Uint8Array(6);
t.set([1, 2, 3]); t.set([9], 5); t.set(new Uint16Array([500, 6]), 3);
print(t);
t.set(t.subarray(0, 4), 2);
print(t);
t.set(t.subarray(2), 0);
print(t, t.set([]), t.set({ length: 1, 0: 77 }), t);
print(outcome(function () { t.set([1, 2], 5); }), outcome(function () { t.set(new Uint8Array(7)); }));
print(outcome(function () { t.set([1], -1); }));
var f = new Float32Array(3);
f.set([1.5, NaN, '2']);
print(f);
