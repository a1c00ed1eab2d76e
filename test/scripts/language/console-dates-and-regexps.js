// As in Node.
// expect: pass
// log: 1970-01-01T00:00:00.000Z
// log: { at: 2017-07-14T02:40:00.123Z }
// log: Invalid Date
// log: /ab+c/gi
// log: { r: /x/ }

console.log(new Date(0));
console.log({ at: new Date(1500000000123) });
console.log(new Date(NaN));
console.log(/ab+c/gi);
console.log({ r: /x/ });
