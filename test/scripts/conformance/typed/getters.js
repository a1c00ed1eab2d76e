// length, byteLength, byteOffset and buffer are accessors of the prototype.
var T = Object.getPrototypeOf(Uint8Array.prototype);
['byteLength', 'byteOffset', 'buffer'].forEach(function (k) { print(k, new Uint16Array(4).hasOwnProperty(k), typeof new Uint16Array(4)[k]); });
print(T === Object.getPrototypeOf(Float64Array.prototype), Object.getPrototypeOf(T) === Object.prototype, typeof T.subarray, typeof T.set, Uint8Array.prototype.hasOwnProperty('set'));
['byteLength', 'byteOffset', 'buffer'].forEach(function (k) { var t = new Uint8Array(3); t[k] = 5; print(k, t[k] === 5); });
