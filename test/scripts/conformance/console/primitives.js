// Primitives alone and together.
console.log(undefined, null, true, 0, -0, 1.5, NaN, -Infinity, 1e21, 'text', '', Symbol('s'), Symbol());
console.log('a', 'b', 1, 'c');
console.log();
console.log('');
console.log(' leading and trailing ');
console.log(['text', 1, -0, null, undefined, true, Symbol('in')]);
console.log({ t: 'x', n: -0, u: undefined, f: NaN });
