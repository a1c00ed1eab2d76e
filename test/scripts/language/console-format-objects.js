// %j writes JSON; %o and %O as the console writes objects.
// expect: pass
// log: {"a":[1,"x",null]}
// log: "text"
// log: undefined
// log: { a: 1 }
// log: { a: { b: 1 } }
// log: [Circular]

console.log('%j', { a: [1, 'x', null] });
console.log('%j', 'text');
console.log('%j', undefined);
console.log('%o', { a: 1 });
console.log('%O', { a: { b: 1 } });
var circle = {};
circle.c = circle;
console.log('%j', circle);
