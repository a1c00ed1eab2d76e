// What there is beyond ES5.
// expect: pass

const answer = 42;
function same(name, a, b) {
  if (!_.isEqual(a, b)) throw new Error(name + ': ' + JSON.stringify(a));
}
same('const', answer, 42);
same('power', 2 ** 10, 1024);
same('literals', [0b101, 0o17], [5, 15]);
same('includes', 'canary'.includes('nar'), true);
same('startsWith', 'canary'.startsWith('can') && 'canary'.endsWith('ary'), true);
same('repeat', 'ab'.repeat(3), 'ababab');
same('assign', Object.assign({ a: 1 }, { b: 2 }), { a: 1, b: 2 });
same('methods', { m() { return 1; } }.m(), 1);
same('computed', { ['a' + 1]: 2 }, { a1: 2 });
same('symbol', typeof Symbol('x'), 'symbol');
same('proxy', new Proxy({}, { get: function (t, k) { return k + '!'; } }).hey, 'hey!');
same('reflect', Reflect.ownKeys({ a: 1 }), ['a']);
same('typed array', new Uint8Array([1, 2, 258])[2], 2);
same('text encoder', new TextEncoder().encode('\u00fc').length, 2);
same('globalThis', globalThis === this, true);
same('Number', [Number.isInteger(1), Number.EPSILON > 0], [true, true]);
same('Math', [Math.sign(-3), Math.trunc(1.7), Math.hypot(3, 4)], [-1, 1, 5]);
