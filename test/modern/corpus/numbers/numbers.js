//// isInteger
console.log(Number.isInteger(5), Number.isInteger(5.5), Number.isSafeInteger(2 ** 53), Number.isFinite('5'), Number.isNaN('x'));
//// constants
console.log(Number.EPSILON > 0, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER);
//// parse
console.log(Number.parseInt('12px'), Number.parseFloat('1.5'), Number('0b11'), Number('0o17'));
//// Math
console.log(Math.trunc(-1.5), Math.sign(-3), Math.cbrt(27), Math.log2(8), Math.log10(1000), Math.hypot(3, 4));
//// more Math
console.log(Math.clz32(1), Math.imul(3, 4), Math.fround(1.5), Math.expm1(0), Math.log1p(0), Math.sinh(0), Math.cosh(0), Math.tanh(0));
//// toFixed
console.log((1.005).toFixed(2), (0).toFixed(1), (1e21).toFixed(2), (123.456).toPrecision(4));
//// radix
console.log((255).toString(16), (0.5).toString(2), parseInt('ff', 16));
//// rounding
console.log(Math.round(2.5), Math.round(-2.5), Math.round(0.49999999999999994));
//// exponent
console.log((12345).toExponential(2), 1e21, 1e-7);
//// max of nothing
console.log(Math.max(), Math.min(), Math.max(1, NaN));
//// modulo
console.log(-5 % 3, 5.5 % 2);
//// bits
console.log(1 << 31, 1 >>> 0, -1 >>> 0, ~5, 5 ^ 3);
//// printed
console.log(0.1 + 0.2, -0, 1 / 3, 100, 1e100);
//// BigInt the function refused or the same
console.log(typeof Number(1));
