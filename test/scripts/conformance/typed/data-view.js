// DataView reads and writes both ways round.
var v = new DataView(new ArrayBuffer(16), 2, 12);
print(v.byteLength, v.byteOffset, v.buffer.byteLength, Object.prototype.toString.call(v));
v.setInt8(0, -1); v.setUint8(1, 300); v.setInt16(2, -2); v.setUint16(4, 0xabcd, true); v.setUint32(6, 0xdeadbeef);
print(new Uint8Array(v.buffer));
print(v.getInt8(0), v.getUint8(0), v.getInt16(2), v.getInt16(2, true), v.getUint16(4), v.getUint16(4, true), v.getInt32(6), v.getUint32(6), v.getUint32(6, true));
v.setFloat32(0, 1.1); v.setFloat64(4, -Math.PI, true);
print(new Uint8Array(v.buffer), v.getFloat32(0), v.getFloat64(4, true), v.getFloat64(4) !== v.getFloat64(4, true));
['getInt8', 'getUint16', 'getInt32', 'getFloat32', 'getFloat64', 'setInt8', 'setUint16', 'setFloat64'].forEach(function (m) { print(m, outcome(function () { return v[m](12, 1); }), outcome(function () { return v[m](-1, 1); })); });
print(outcome(function () { return new DataView({}); }), outcome(function () { return new DataView(new ArrayBuffer(4), 5); }), outcome(function () { return new DataView(new ArrayBuffer(4), 2, 3); }), outcome(function () { return DataView.prototype.getInt8.call({}, 0); }));
