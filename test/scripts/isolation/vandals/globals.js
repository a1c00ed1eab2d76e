// Leaves thousands of globals, symbols and texts behind.
// expect: pass
for (var i = 0; i < 5000; i++) globalThis['left' + i] = { n: i, text: 'canary was here ' + i };
for (i = 0; i < 2000; i++) Symbol.for('left' + i);
left = Symbol.for('left');
globalThis[Symbol('hidden')] = globalThis;
undeclared = function () { return undeclared; };
Object.defineProperty(globalThis, 'getter', { get: function () { return 'canary was here'; } });
for (i = 0; i < 1000; i++) Object.prototype['everywhere' + i] = i;
