// As in Node.
// expect: pass
// log: []
// log: [ 1, 2, 3 ]
// log: [ 'a', 'b' ]
// log: [ undefined, null, true ]
// log: [ [ 1, 2 ], [ 3 ] ]
// log: [ 1, <2 empty items>, 4 ]
// log: [ { a: 1 }, { b: 2 } ]

console.log([]);
console.log([1, 2, 3]);
console.log(['a', 'b']);
console.log([undefined, null, true]);
console.log([[1, 2], [3]]);
console.log([1, , , 4]);
console.log([{ a: 1 }, { b: 2 }]);
