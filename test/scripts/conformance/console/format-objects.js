// %o is left to Node; %O, %j and %c.
console.log('%O', { a: { b: 1 } }); console.log('%O', [1, 'x']); console.log('%O', 'text'); console.log('%O', null);
console.log('%j', { a: [1, null] }); console.log('%j', undefined); console.log('%j', 'text'); console.log('%j', function () {});
var o = {};
o.o = o;
console.log('%j', o);
console.log('%c styled', 'color: red'); console.log('a%cb%cc', 1, 2);
console.log('%j', { toJSON: function () { return 'made'; } });
