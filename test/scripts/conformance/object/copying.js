// Copying objects by every means, deep and shallow.
var source = { a: 1, b: { c: [1, 2] }, get g() { return this.a + 1; }, f: function () { return this.a; } };
var assigned = Object.assign({}, source), created = Object.create(source), parsed = JSON.parse(JSON.stringify(source));
var described = {};
Object.getOwnPropertyNames(source).forEach(function (k) { Object.defineProperty(described, k, Object.getOwnPropertyDescriptor(source, k)); });
source.a = 10; source.b.c.push(3);
print(assigned.a, assigned.b.c, assigned.g, created.a, created.g, created.f(), parsed, described.a, described.g, described.b === source.b);
function deep(v) { if (v === null || typeof v !== 'object') return v; var r = Array.isArray(v) ? [] : Object.create(Object.getPrototypeOf(v)); Object.keys(v).forEach(function (k) { r[k] = deep(v[k]); }); return r; }
var copy = deep(source);
copy.b.c.pop();
print(source.b.c, copy.b.c, copy.g, Object.keys(copy));
