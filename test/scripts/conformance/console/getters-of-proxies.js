// console with hostile values keeps its form.
console.log({ constructor: 5, a: 1 }, { constructor: null }, { constructor: function named() {}, b: 2 });
console.log({ toString: 5, valueOf: null, hasOwnProperty: 1 });
console.log([{ length: 5 }], { length: -1 }, { 0: 'a', length: 1 });
console.log(Object.freeze({ a: [1] }), Object.seal([1]));
