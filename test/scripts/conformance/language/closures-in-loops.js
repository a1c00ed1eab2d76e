// Every way to keep a loop's value.
function call(f) { return f(); }
var a = [], b = [], c = [], d = [], e = [];
for (var i = 0; i < 3; i++) { a.push(function () { return i; }); b.push((function (i) { return function () { return i; }; })(i)); c.push(function (n) { return n; }.bind(null, i)); with ({ i: i }) d.push(function () { return i; }); try { throw i; } catch (x) { e.push(function () { return x; }); } }
print(a.map(call), b.map(call), c.map(call), d.map(call), e.map(call));
var f = [0, 1, 2].map(function (i) { return function () { return i; }; });
var counter = [];
for (i = 0; i < 2; i++) (function () { var n = i * 10; counter.push({ up: function () { return ++n; }, get: function () { return n; } }); })();
counter[0].up(); counter[0].up(); counter[1].up();
print(f.map(call), counter[0].get(), counter[1].get(), i);
