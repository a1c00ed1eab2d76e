// imul, clz32.
[0, 1, -1, 5, 0xffffffff, 0x7fffffff, 0x80000000, 1.9, 4294967296, NaN, '3'].forEach(function (n) { print(n, Math.clz32(n), Math.imul(n, n), Math.imul(n, 3), Math.imul(n, -5), Math.imul(n, 0xffffffff)); });
print(Math.imul(), Math.imul(2), Math.clz32(), Math.imul.length, Math.clz32.length, Math.imul(0x10001, 0x10001));
