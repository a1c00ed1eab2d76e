// reduce and reduceRight, with and without a first value.
function text(a, b, i, all) { return '(' + a + b + i + all.length + ')'; }
print(['a', 'b', 'c'].reduce(text), ['a', 'b', 'c'].reduce(text, 'z'), ['a', 'b', 'c'].reduceRight(text), ['a', 'b', 'c'].reduceRight(text, 'z'));
print(['only'].reduce(text), [, 'only', ,].reduce(text), [].reduce(text, 'start'), ['x'].reduce(text, undefined), [, ,].reduceRight(text, 's'));
print(outcome(function () { return [].reduce(text); }), outcome(function () { return [, ,].reduceRight(text); }), outcome(function () { return [1].reduce(); }), outcome(function () { return [1, 2].reduce({}); }));
print([[0, 1], [2], [3, 4]].reduce(function (a, b) { return a.concat(b); }), [1, 2, 3, 4].reduce(function (a, b) { return a * b; }), [].reduce.call('abc', function (a, c) { return c + a; }));
print([1, , 3].reduceRight(function (a, b, i) { return a + ':' + b + i; }));
