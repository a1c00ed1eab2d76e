// Equal items keep their order.
var list = [];
for (var i = 0; i < 40; i++) list.push({ key: i % 4, at: i });
list.sort(function (a, b) { return a.key - b.key; });
print(list.every(function (o, i) { return i === 0 || list[i - 1].key < o.key || list[i - 1].at < o.at; }));
print(list.map(function (o) { return o.key; }).join(''));
