// Objects within objects, to the depth of two.
console.log({ a: { b: { c: {} } } });
console.log({ a: { b: { c: { d: 1 } } } });
console.log([[[[]]]], [[[[1]]]]);
console.log({ a: [{ b: [{ c: 1 }] }] });
console.log({ a: { b: { c: [] } } }, { a: { b: { c: [1] } } }, { a: { b: { c: function named() {} } } });
function Named() { this.inner = { deeper: { deepest: { x: 1 } } }; }
console.log(new Named(), [new Named()], { n: { n: new Named() } });
