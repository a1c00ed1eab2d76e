// Views of the same bytes see each other's writing.
var b = new ArrayBuffer(8), u8 = new Uint8Array(b), u16 = new Uint16Array(b), u32 = new Uint32Array(b, 4), f = new Float32Array(b, 4, 1);
u8[0] = 1; u8[1] = 2; u16[1] = 0x0403;
print(u8, u16[0], u32.length, u32.byteOffset, f.byteLength, u8.buffer === b, u16.buffer === u8.buffer);
f[0] = 1.5;
print(u8, u32[0].toString(16), new Uint8Array(new Float64Array([1]).buffer), new Uint8Array(new Int32Array([-2]).buffer), new Float64Array(new Uint8Array([0, 0, 0, 0, 0, 0, 240, 63]).buffer)[0]);
var middle = new Uint8Array(b, 2, 3);
middle[0] = 99;
print(u8[2], middle.length, middle.byteOffset, middle.byteLength, new Uint8Array(middle).byteOffset);
