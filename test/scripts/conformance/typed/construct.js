// Typed arrays from lengths, arrays, objects, other typed arrays and buffers.
[Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array].forEach(function (T) {
  print(T.name, T.length, T.BYTES_PER_ELEMENT, new T(3), new T([1, 2, 300]), new T({ length: 2, 0: 7 }), new T(new Uint8Array([9, 8])), new T(new ArrayBuffer(16)).length, new T(new ArrayBuffer(16), 8).length, new T(new ArrayBuffer(16), 8, 1).length, T.prototype.BYTES_PER_ELEMENT);
  print(attributes(T, 'BYTES_PER_ELEMENT'), Object.prototype.toString.call(new T(1)), new T(2) instanceof T, Object.keys(new T(2)), new T(2).constructor === T);
});
