// Reserved words are fine as property names.
var o = { if: 1, class: 2, new: 3, typeof: 4, null: 5, true: 6, in: 7, function: 8, var: 9, let: 10, default: 11, this: 12, get: 13, set: 14, static: 15, of: 16, enum: 17, export: 18 };
print(Object.keys(o).length, o.if + o.class + o.new + o.typeof + o.null + o.true + o.in + o.function + o.var + o.let + o.default + o.this + o.get + o.set);
o.delete = function () { return 'deleted'; };
print(o.delete(), o.if++, o.if, delete o.new, 'new' in o);
var get = 1, set = 2, of = 3, undefinedName, async = 5, from = 6, as = 7;
print(get + set + of + async + from + as);
var p = { get get() { return 'g'; }, set set(v) { this.kept = v; }, get: undefined };
p.set = 4;
print(p.kept, { get: function () { return 'method get'; } }.get());
