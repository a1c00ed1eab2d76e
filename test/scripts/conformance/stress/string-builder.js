// Texts pushed, joined, split and replaced in bulk.
var parts = [];
for (var i = 0; i < 3000; i++) parts.push('<li id="' + i + '">' + 'item'.split('').reverse().join('') + i + '</li>');
var html = '<ul>' + parts.join('\n') + '</ul>';
print(html.length, html.match(/<li/g).length, html.replace(/<[^>]*>/g, '').length, html.split('\n').length, html.indexOf('id="2999"'), html.lastIndexOf('<li'));
var words = html.toUpperCase().split(/\W+/), counts = {};
words.forEach(function (w) { counts[w] = (counts[w] || 0) + 1; });
print(words.length, counts.LI, counts.ID, counts.METI5, Object.keys(counts).length);
