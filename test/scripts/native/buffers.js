// Typed arrays, and what turns them into text.
function attempt(f) {
  try { return f() } catch (e) { return e }
}

// case: make one of 60 MB
attempt(function () { new ArrayBuffer(60e6) });
// case: make many of a megabyte
attempt(function () { for (var i = 0; i < 200; ++i) new Uint8Array(1e6) });
// case: make from an array
attempt(function () { new Uint8Array(new Array(2e6)) });
// case: make from a length only
attempt(function () { new Uint8Array({ length: 30e6 }) });
// case: make from another type
attempt(function () { new Float64Array(new Uint8Array(4e6)) });
// case: make doubles from single precision
attempt(function () { new Float64Array(new Float32Array(3e6)) });
// case: set from the same type
attempt(function () { var a = new Uint8Array(25e6); a.set(a); a.set(a.subarray(1), 0) });
// case: set from another type
attempt(function () { var a = new Float64Array(2e6); a.set(new Uint8Array(2e6)); a.set(new Float32Array(2e6)) });
// case: set from an array
attempt(function () { var a = new Float64Array(1e6); a.set(new Array(1e6)) });
// case: set from overlapping
attempt(function () { var a = new ArrayBuffer(20e6); new Uint16Array(a).set(new Uint8Array(a, 0, 10e6)) });
// case: slice
attempt(function () { var a = new Uint8Array(25e6); a.buffer.slice(1); a.slice && a.slice(1) });
// case: subarray
attempt(function () { var a = new Uint8Array(25e6); a.subarray(5) });
// case: fill
attempt(function () { var a = new Uint8Array(50e6); if (a.fill) a.fill(3); });
// case: fill of doubles
attempt(function () { var a = new Float64Array(6e6); if (a.fill) a.fill(3.5); });
// case: Buffer, where there is one
attempt(function () {
  var a = new Buffer(30e6);
  a.fill('ab'); a.fill(1); a.toString(); a.equals(a); a.compare(a);
});
// case: Buffer filled with a pattern
attempt(function () { new Buffer(50e6).fill('ab') });
// case: Buffer to text
attempt(function () { new Buffer(10e6).toString() });
// case: Buffer to JSON
attempt(function () { new Buffer(1e6).toJSON() });
// case: Buffers joined
attempt(function () { var a = new Buffer(1e6), l = []; for (var i = 0; i < 20; ++i) l.push(a); Buffer.concat(l) });
// case: Buffers copied and compared
attempt(function () { var a = new Buffer(20e6), b = new Buffer(20e6); a.copy(b); Buffer.compare(a, b); a.equals(b) });
// case: Buffer from text
attempt(function () { new Buffer('é'.repeat(4e6)).length; new Buffer('x'.repeat(8e6)).length });
// case: Buffer write
attempt(function () { new Buffer(8e6).write('x'.repeat(8e6)) });
// case: encode
attempt(function () { new TextEncoder().encode('x'.repeat(5e6)) });
// case: encode what is not ASCII
attempt(function () { new TextEncoder().encode('é'.repeat(3e6)) });
// case: decode
attempt(function () { new TextDecoder().decode(new Uint8Array(5e6)) });
// case: decode what is wrong
attempt(function () { var a = new Uint8Array(5e6); if (a.fill) a.fill(0xff); else all(a); new TextDecoder().decode(a) });
// case: decode in a stream
attempt(function () { var d = new TextDecoder(); d.decode(new Uint8Array(5e6), { stream: true }) });
// case: as an array
attempt(function () { Array.prototype.slice.call(new Uint8Array(2e6)) });
// case: sort of 8 million bytes
attempt(function () { Array.prototype.sort.call(new Uint8Array(8e6)) });
// case: join of bytes
attempt(function () { Array.prototype.join.call(new Uint8Array(4e6)) });
// case: keys of bytes
attempt(function () { Object.keys(new Uint8Array(1e6)).length });
// case: freeze of bytes
attempt(function () { Object.freeze(new Uint8Array(1e6)) });
// case: apply with bytes
attempt(function () { Math.max.apply(null, new Uint8Array(1e6)) });
// case: fromCharCode of bytes
attempt(function () { String.fromCharCode.apply(null, new Uint8Array(60000)) });
// case: String of a plain buffer
attempt(function () { String(Uint8Array.allocPlain(10e6)) });
// case: text of bytes
attempt(function () { String.fromBufferRaw(new Uint8Array(20e6)) });
// case: text of bytes that are none
attempt(function () { var a = new Uint8Array(20e6); for (var i = 0; i < 20e6; i += 4096) a[i] = 200; String.fromBufferRaw(a).length });
// case: DataView
attempt(function () { var d = new DataView(new ArrayBuffer(50e6)); d.setFloat64(8, 1); d.getUint8(4e6) });
