// Leaves circles, closures, buffers and texts, all of them full.
// expect: pass
var kept = [];
for (var i = 0; i < 8000; i++) { var a = { n: i }, b = [a, function () { return a; }]; a.b = b; if (i % 3) kept.push(a); }
for (i = 0; i < 20; i++) {
  var bytes = new Uint8Array(100000 + i);
  for (var j = 0; j < 100000; j += 97) bytes[j] = 0xaa;
  kept.push(bytes, new TextDecoder().decode(new Uint8Array(1000)), new Array(10000).join('canary was here '));
}
for (i = 0; i < kept.length; i += 2) kept[i] = null;
kept.push(new Buffer(new Array(100000).join('\u00aa')));
