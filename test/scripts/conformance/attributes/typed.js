// Attributes, lengths and names of what buffers have.
function dump(name, holder, keys) { keys.split(' ').forEach(function (k) { var d = Object.getOwnPropertyDescriptor(holder, k); print(name + '.' + k, d && ('value' in d ? attributes(holder, k) + ' ' + d.value.name : (d.enumerable ? 'e' : '-') + (d.configurable ? 'c' : '-') + typeof d.get + typeof d.set)); }); }
dump('ArrayBuffer', ArrayBuffer, 'isView length name');
dump('ArrayBuffer.prototype', ArrayBuffer.prototype, 'slice byteLength');
dump('DataView.prototype', DataView.prototype, 'getInt8 getUint8 getInt16 getUint16 getInt32 getUint32 getFloat32 getFloat64 setInt8 setUint8 setInt16 setUint16 setInt32 setUint32 setFloat32 setFloat64 byteLength byteOffset buffer');
dump('TypedArray.prototype', Object.getPrototypeOf(Int8Array.prototype), 'set subarray length byteLength byteOffset buffer');
dump('Float64Array', Float64Array, 'BYTES_PER_ELEMENT name');
