// Calls with many arguments.
function count() { return arguments.length; }
print(count.apply(null, new Array(1000)), Math.max.apply(null, Array.apply(null, Array(3000)).map(function (x, i) { return i; })), [].concat.apply([], Array.apply(null, Array(500)).map(function (x, i) { return [i]; })).length, String.fromCharCode.apply(null, Array.apply(null, Array(2000)).map(function () { return 65; })).length);
var list = [];
list.push.apply(list, new Uint8Array(4000));
print(list.length, count.call.apply(count, [null].concat(list)), count.bind.apply(count, [null].concat(list.slice(0, 100)))());
print(Function.apply(null, ['a', 'b', 'return a * b'])(6, 7), new (Function.prototype.bind.apply(Date, [null, 2020, 5, 1]))().getFullYear(), Reflect.construct(Array, list.slice(0, 50)).length);
