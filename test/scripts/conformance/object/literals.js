// What an object literal may hold.
var name = 'dynamic', n = 3;
var o = {
  plain: 1, 'quoted key': 2, 3: 'number', 0x10: 'hex', 1e3: 'exp', .5: 'fraction', [name + n]: 'computed', [Symbol.toStringTag]: 'Tag',
  method() { return this.plain; }, 'quoted method'() { return 'q'; }, name, n,
  get accessor() { return 'got'; }, set accessor(v) { this.plain = v; }, if: 'keyword', get: 'get', set: 'set', trailing: null,
};
print(Object.keys(o));
print(o.method(), o['quoted method'](), o.dynamic3, o.accessor, o.if, o.get, o.set, String(o));
o.accessor = 'set';
print(o.plain, o.name, o.n);
