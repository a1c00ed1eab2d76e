// call and apply set this and arguments.
function show3(a, b, c) { return [typeof this, this === undefined ? 'undefined' : this.tag, a, b, c, arguments.length]; }
var o = { tag: 'mine' };
print(show3.call(o), show3.call(o, 1), show3.call(o, 1, 2, 3, 4), show3.apply(o, [1, 2]), show3.apply(o), show3.apply(o, null), show3.apply(o, undefined));
print(show3.apply(o, { length: 2, 0: 'x', 1: 'y' }), show3.apply(o, { length: '3' }), show3.apply(o, [1, , 3]));
print(outcome(function () { return show3.apply(o, 5); }), outcome(function () { return show3.apply(o, 'ab'); }));
print(outcome(function () { return Function.prototype.call.call(5); }), outcome(function () { return Function.prototype.apply.call({}, null, []); }));
print(Math.max.apply(null, [3, 9, 2]), [].concat.apply([], [[1], [2, [3]]]), String.fromCharCode.apply(null, [72, 105]));
print(outcome(function () { return show3.apply(o, { length: -1 }); }));
print(Function.prototype.call.call(function () { return this.tag; }, o));
