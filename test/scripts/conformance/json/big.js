// Big and deep values.
var rows = [];
for (var i = 0; i < 1500; i++) rows.push({ id: i, name: 'row ' + i, tags: ['a', 'b', i % 10], nested: { even: i % 2 === 0, ratio: i / 8 } });
var text = JSON.stringify(rows), back = JSON.parse(text);
print(text.length, back.length, back[777], JSON.stringify(back) === text, JSON.stringify(rows, null, 2).split('\n').length);
var deep = '1';
for (i = 0; i < 200; i++) deep = i % 2 ? '[' + deep + ']' : '{"k":' + deep + '}';
print(JSON.stringify(JSON.parse(deep)) === deep, deep.length);
var keys = {};
for (i = 0; i < 2000; i++) keys['key ' + i * 7] = i;
print(Object.keys(JSON.parse(JSON.stringify(keys))).length, JSON.stringify(keys).length);
