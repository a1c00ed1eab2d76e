// Symbol keys, arguments and typed arrays.
(function () { console.log(arguments); })(1, 'two');
(function () { console.log(arguments, [arguments]); })();
console.log(new Uint8Array(3), new Float32Array([1.5, -2]), new Int16Array(0));
console.log(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
