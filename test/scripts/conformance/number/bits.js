// Bits: conversions to 32 bits, shifts, and their counts.
var v = [0, 1, -1, 2147483647, -2147483648, 4294967295, 4294967296, 4294967297, 1.9, -1.9, NaN, Infinity, 1e10, -1e10, 9007199254740991, '5', 'x', null];
v.forEach(function (a) { print(a, a | 0, a >>> 0, ~a, a & 255, a ^ 1, a << 1, a >> 1, a >>> 1, a << 31, a >> 31, a >>> 31, a << 32, a << 33, a << -1); });
print(1 << 31, 1 << 32, -1 >>> 0, -1 >> 31, 5 & 3, 5 | 3, 5 ^ 3, ~~3.7, ~~-3.7, -7 >> 1, -7 >>> 28, 0xff00ff & 0x0ff0, 2 ** 40 | 0, 2 ** 32 + 5 | 0);
var bits = 0, n = 0xdeadbeef;
while (n) { bits += n & 1; n >>>= 1; }
print(bits, (0xdeadbeef >>> 0).toString(16), (0xdeadbeef | 0).toString(16));
