// Iterators, lazy lists and coroutines by closures.
function iterate(f, x) { return { next: function () { var v = x; x = f(x); return v; } }; }
function take(n, it) { for (var out = []; n-- > 0; ) out.push(it.next()); return out; }
function mapped(f, it) { return { next: function () { return f(it.next()); } }; }
function filtered(f, it) { return { next: function () { for (;;) { var v = it.next(); if (f(v)) return v; } } }; }
print(take(5, iterate(function (n) { return n * 2; }, 1)), take(4, mapped(String, iterate(function (n) { return n + 1; }, 7))), take(6, filtered(function (n) { for (var d = 2; d * d <= n; d++) if (n % d === 0) return false; return n > 1; }, iterate(function (n) { return n + 1; }, 0))));
function cons(h, t) { return { head: h, get tail() { var v = t(); Object.defineProperty(this, 'tail', { value: v }); return v; } }; }
var made = 0;
function from(n) { made++; return cons(n, function () { return from(n + 1); }); }
var l = from(1);
print(l.tail.tail.head, l.tail.tail.head, made);
function schedule(tasks) { var log = []; while (tasks.length) { var t = tasks.shift(), r = t(); if (r !== undefined) { log.push(r); tasks.push(t); } } return log; }
function worker(name, n) { return function () { return n-- > 0 ? name + n : undefined; }; }
print(schedule([worker('a', 2), worker('b', 3), worker('c', 1)]));
