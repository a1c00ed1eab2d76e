// Numbers in buffers, both ways round.
var b = new Buffer(16);
b.fill(0);
b.writeUInt8(255, 0); b.writeUInt16LE(0x1234, 1); b.writeUInt16BE(0x1234, 3); b.writeInt32LE(-2, 5); b.writeInt32BE(-2, 9);
print([].slice.call(b));
print(b.readUInt8(0), b.readInt8(0), b.readUInt16LE(1), b.readUInt16BE(3), b.readInt32LE(5), b.readInt32BE(9), b.readUInt32LE(5));
b.writeFloatLE(1.5, 0); b.writeDoubleBE(-2.25, 4);
print(b.readFloatLE(0), b.readDoubleBE(4), [].slice.call(b), b.readFloatBE(0) === b.readFloatLE(0));
b.writeUIntBE(0x123456, 0, 3); b.writeIntLE(-5, 3, 6);
print(b.readUIntBE(0, 3), b.readIntLE(3, 6), b.readUIntLE(0, 3));
[[16, 'readUInt8'], [15, 'readUInt16LE'], [13, 'readInt32BE'], [9, 'readDoubleLE'], [-1, 'readUInt8']].forEach(function (r) { print(r, outcome(function () { return b[r[1]](r[0]); })); });
