// Hundreds of patterns, each used and dropped.
var hits = 0, total = 0;
for (var i = 0; i < 400; i++) {
  var r = new RegExp('^(' + i + '|x{' + i % 7 + '})(?=y|$)', i % 2 ? 'g' : 'i');
  if (r.test(String(i))) hits++;
  if (r.test('xxx')) hits += 1000;
  total += r.source.length;
}
print(hits, total);
function make() { return /literal/g; }
print(make() === make(), make().lastIndex);
for (i = 0; i < 3; i++) { var fresh = /a/g; print(fresh.test('a'), fresh.lastIndex); }
