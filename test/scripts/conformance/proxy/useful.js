// Things that proxies are for: defaults, checks, observers, memoising.
function defaults(t, d) { return new Proxy(t, { get: function (t, k) { return k in t ? t[k] : d; } }); }
var counts = defaults({}, 0);
'mississippi'.split('').forEach(function (c) { counts[c] = counts[c] + 1; });
print(JSON.stringify(counts), counts.zz);
function checked(t, rules) { return new Proxy(t, { set: function (t, k, v) { if (rules[k] && !rules[k](v)) throw new TypeError(k + ' refused'); t[k] = v; return true; } }); }
var person = checked({}, { age: Number.isInteger });
person.age = 5;
print(person.age, outcome(function () { person.age = 'x'; }), person.age);
function memo(f) { var seen = {}; return new Proxy(f, { apply: function (t, that, args) { var k = args.join(); return k in seen ? 'again ' + seen[k] : (seen[k] = t.apply(that, args)); } }); }
var square = memo(function (n) { return n * n; });
print(square(4), square(4), square(5));
var changes = [], observed = new Proxy({ list: [] }, { set: function (t, k, v) { changes.push(k + ':' + t[k] + '>' + v); t[k] = v; return true; } });
observed.x = 1; observed.x = 2; observed.list = 'none';
print(changes);
var chain = []; var api = new Proxy(function () {}, { get: function (t, k) { chain.push(k); return api; }, apply: function () { return chain.join('/'); } });
print(api.users.list.first());
