// Exceptions that carry values through many frames.
function Found(v) { this.v = v; }
function search(t, want) { if (t.v === want) throw new Found(t); (t.kids || []).forEach(function (k) { search(k, want); }); }
var tree = { v: 1, kids: [{ v: 2 }, { v: 3, kids: [{ v: 4, name: 'here' }] }] };
try { search(tree, 4); print('not found'); } catch (e) { print(e instanceof Found, e.v.name); }
try { search(tree, 9); print('not found'); } catch (e) { print('never'); }
function guarded(f) { return function () { try { return { ok: f.apply(this, arguments) }; } catch (e) { return { error: e instanceof Error ? e.name : e }; } }; }
print([1, 'x', null].map(guarded(function (v) { if (v === null) throw 'null given'; return v.toFixed(1); })));
function transaction(steps) { var done = []; try { steps.forEach(function (s) { s.run(); done.push(s); }); return 'committed'; } catch (e) { done.reverse().forEach(function (s) { s.undo(); }); return 'undone ' + e; } }
var state = [];
function step(n, fails) { return { run: function () { if (fails) throw n; state.push(n); }, undo: function () { state.splice(state.indexOf(n), 1); } }; }
print(transaction([step('a'), step('b')]), state, transaction([step('c'), step('d'), step('e', true)]), state);
