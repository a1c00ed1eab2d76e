// subarray is a window, not a copy.
var t = new Uint16Array([10, 20, 30, 40, 50]);
print(t.buffer.byteLength);
[[], [1], [1, 3], [-2], [-3, -1], [3, 1], [9], [0, 99], [undefined, 2]].forEach(function (a) { var s = t.subarray.apply(t, a); print(a, s, s.length, s.buffer === t.buffer, s.byteOffset); });
var s = t.subarray(1, 3);
s[0] = 99;
print(t, s.subarray(1), s.subarray(1).byteOffset, t.subarray(1).subarray(1).subarray(1)[0]);
