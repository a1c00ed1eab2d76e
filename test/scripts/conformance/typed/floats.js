// Bits of floating point numbers.
var d = new DataView(new ArrayBuffer(8));
function bits(n) { d.setFloat64(0, n); var h = ''; for (var i = 0; i < 8; i++) h += (256 + d.getUint8(i)).toString(16).slice(1); return h; }
[0, -0, 1, -1, 0.1, 1 / 3, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, Infinity, -Infinity, 9007199254740991, Math.PI].forEach(function (n) { print(n, bits(n)); });
function single(n) { d.setFloat32(0, n); return (d.getUint32(0) + 0x100000000).toString(16).slice(1) + ' ' + d.getFloat32(0); }
[0, -0, 1, 0.1, 16777217, 3.4028234663852886e38, 3.5e38, 1e-45, 1e-46, Infinity, 65504.5].forEach(function (n) { print(n, single(n)); });
print(new Float32Array([0.1])[0] === 0.1, new Float32Array([0.5])[0] === 0.5, isNaN(new Float32Array([NaN])[0]));
