// for-in over arrays: strings, holes left out, extra names last.
var list = ['a', , 'c'];
list.extra = 1;
list[-1] = 'minus';
Array.prototype.inherited = 'up';
var seen = [];
for (var i in list) seen.push(i, typeof i);
delete Array.prototype.inherited;
print(seen);
var sparse = [];
sparse[1000000] = 1; sparse[5] = 2; sparse[70000] = 3;
seen = [];
for (i in sparse) seen.push(i);
print(seen, sparse.length);
var target = { at: null };
for (target.at in { only: 1 });
print(target.at);
