// ArrayBuffer: length, slice, isView.
var b = new Uint8Array([1, 2, 3, 4, 5]).buffer;
print(b.byteLength, b, Object.prototype.toString.call(b), ArrayBuffer.length, ArrayBuffer.name, ArrayBuffer.prototype.slice.length);
[[], [1], [1, 3], [-2], [-3, -1], [3, 1], [9], [0, 99]].forEach(function (a) { print(a, b.slice.apply(b, a)); });
var c = b.slice(0);
new Uint8Array(c)[0] = 99;
print(new Uint8Array(b)[0], c === b, b.slice(2) instanceof ArrayBuffer);
[new Uint8Array(1), new DataView(b), b, [], {}, null, undefined, 5].forEach(function (v) { print(ArrayBuffer.isView(v)); });
print(outcome(function () { return ArrayBuffer.prototype.slice.call({}); }), new ArrayBuffer(0).byteLength, new ArrayBuffer('4').byteLength, new Uint8Array(new ArrayBuffer(3)));
