// As in Node.
// expect: pass
// log: [Function: named]
// log: { f: [Function: named] }
// log: [ [Function: named] ]
// log: [Function (anonymous)]

function named() {}
console.log(named);
console.log({ f: named });
console.log([named]);
console.log((function () { return function () {}; })());
