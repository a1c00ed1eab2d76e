// Object.assign gives an object, also of a primitive.
var n = Object.assign(5, { a: 1 });
print(typeof n, n, n.a, n + 1);
var t = Object.assign('text');
print(typeof t, t.length, t instanceof String);
