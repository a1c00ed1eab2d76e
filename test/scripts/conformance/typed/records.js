// Records packed into bytes, little and big endian, and read again.
function pack(rows) { var b = new ArrayBuffer(rows.length * 16), v = new DataView(b); rows.forEach(function (r, i) { v.setUint32(i * 16, r.id, true); v.setFloat64(i * 16 + 4, r.x); v.setInt16(i * 16 + 12, r.n); v.setUint8(i * 16 + 14, r.flag ? 1 : 0); }); return b; }
function unpack(b) { var v = new DataView(b), out = []; for (var at = 0; at < b.byteLength; at += 16) out.push({ id: v.getUint32(at, true), x: v.getFloat64(at), n: v.getInt16(at + 12), flag: v.getUint8(at + 14) === 1 }); return out; }
var rows = [{ id: 1, x: 0.1, n: -5, flag: true }, { id: 4294967295, x: -1e300, n: 32767, flag: false }, { id: 0, x: NaN, n: 0, flag: true }];
var b = pack(rows);
print(unpack(b), [].slice.call(new Uint8Array(b, 0, 16)));
function hex(b) { return [].map.call(new Uint8Array(b), function (n) { return (n + 256).toString(16).slice(1); }).join(''); }
print(hex(b.slice(0, 20)), hex(new Float32Array([1, -2]).buffer), hex(new Uint16Array([1, 0x1234]).buffer), unpack(b.slice(16, 32))[0].id);
