// A getter at an index of Array.prototype.
// expect: pass
// timeout: 500ms
// log: works
// fields: {"a": "b"}
// log: x y

Object.defineProperty(Array.prototype, '0', { get: function () { throw new Error('index'); }, set: function () { throw new Error('index'); } });
log.kv('a', 'b').info('works');
console.log('x', 'y');
