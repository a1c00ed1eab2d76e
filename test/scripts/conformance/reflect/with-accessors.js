// Reflect and accessors: what is this.
var o = { get me() { return this; }, set me(v) { this.was = v; } };
print(Reflect.get(o, 'me') === o, Reflect.set(o, 'me', 5), o.was, Reflect.ownKeys(o), Reflect.has(Object.create(o), 'me'));
var f = Object.freeze({ a: 1, get g() { return 2; } });
print(Reflect.set(f, 'a', 2), Reflect.set(f, 'g', 2), Reflect.set(f, 'new', 2), Reflect.get(f, 'g'), Reflect.defineProperty(f, 'a', { value: 1 }), Reflect.defineProperty(f, 'a', { value: 3 }));
var arr = [1, 2, 3];
print(Reflect.set(arr, 'length', 1), arr, Reflect.set(arr, 5, 'x'), arr.length, Reflect.has(arr, 3), Reflect.ownKeys(arr), Reflect.deleteProperty(arr, 'length'), Reflect.defineProperty(arr, 'length', { value: 2 }), arr.length);
