// Errors, alone and inside, without their stacks.
console.log(new Error('plain'));
console.log(new TypeError('typed'), 'and text');
console.log(new Error(''), new RangeError());
var e = new Error('with more');
e.code = 'E1';
e.detail = { a: 1 };
console.log(e.message, Object.keys(e));
