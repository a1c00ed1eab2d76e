// Wrappers, dates, regular expressions.
console.log(new String('boxed'), new Number(5), new Boolean(false), Object(Symbol('x')));
console.log(new Date(0), new Date(1e12), new Date(NaN), [new Date(5)], { d: new Date(6) });
console.log(/x/, /a\/b/gi, [/y/m], new RegExp(''));
console.log(new Number(-0), [new String("it's")]);
