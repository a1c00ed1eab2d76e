// Many short-lived objects, arrays, functions and texts.
var kept = [], sum = 0;
for (var i = 0; i < 30000; i++) { var o = { i: i, list: [i, i + 1, { deep: i }], text: 'n' + i, f: function () { return o; } }; if (i % 3000 === 0) kept.push(o); sum += o.list[2].deep + o.text.length; }
print(sum, kept.length, kept.map(function (o) { return o.text; }), kept[3].list);
var s = '';
for (i = 0; i < 2000; i++) { s = s.slice(-500) + i; }
print(s.length, s.slice(-8));
