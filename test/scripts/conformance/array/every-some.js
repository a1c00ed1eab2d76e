// every and some stop where the answer is known, and skip holes.
var calls = 0;
print([1, 2, 3].every(function (n) { calls++; return n < 2; }), calls);
calls = 0;
print([1, 2, 3].some(function (n) { calls++; return n === 2; }), calls);
print([].every(function () { return false; }), [].some(function () { return true; }), [, ,].every(function () { return false; }), [, ,].some(function () { return true; }));
print([1].every(function () { return 'truthy'; }), [1].every(function () { return ''; }), [0].some(Number), [0, 1].some(Number));
print([1].every(function () { return this.ok; }, { ok: true }), [].every.call('aaa', function (c) { return c === 'a'; }));
[undefined, null, 1, {}, 'f'].forEach(function (bad) { print(outcome(function () { return [].every(bad); }), outcome(function () { return [1].some(bad); })); });
