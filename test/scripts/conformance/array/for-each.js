// forEach, its arguments, and changes while it goes on.
var seen = [];
print(['a', , 'c'].forEach(function (v, i, all) { seen.push(v + i + all.length); }), seen);
var grows = [1, 2, 3], visits = [];
grows.forEach(function (v) { visits.push(v); if (grows.length < 9) grows.push(v * 10); });
print(visits, grows);
var shrinks = [1, 2, 3, 4];
visits = [];
shrinks.forEach(function (v) { visits.push(v); shrinks.pop(); });
print(visits, shrinks);
var filled = [1, , 3];
visits = [];
filled.forEach(function (v, i) { visits.push(v); filled[1] = 'filled'; filled[2] = 'changed'; });
print(visits);
[].forEach.call({ length: '2', 0: 'x', 1: 'y', 2: 'z' }, function (v) { print(v); });
print(outcome(function () { [1].forEach(function () { throw new RangeError('stop'); }); }), outcome(function () { return [].forEach.call(null, print); }));
