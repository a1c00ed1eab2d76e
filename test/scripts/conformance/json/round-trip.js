// What is written is read back the same.
function random(seed) { return function () { seed = (Math.imul(seed, 48271) >>> 0) % 2147483647; return seed / 2147483647; }; }
var next = random(99);
function value(depth) { var k = Math.floor(next() * (depth > 0 ? 7 : 5)), i, n, r; switch (k) { case 0: return null; case 1: return next() < 0.5; case 2: return Math.floor(next() * 1e6) / (next() < 0.5 ? 1 : 1000); case 3: case 4: r = ''; n = Math.floor(next() * 12); for (i = 0; i < n; i++) r += String.fromCharCode(Math.floor(next() * 300)); return r; case 5: r = []; n = Math.floor(next() * 6); for (i = 0; i < n; i++) r.push(value(depth - 1)); return r; } r = {}; n = Math.floor(next() * 6); for (i = 0; i < n; i++) r['k' + Math.floor(next() * 100)] = value(depth - 1); return r; }
var same = 0, length = 0;
for (var i = 0; i < 150; i++) { var text = JSON.stringify(value(4)); length += text.length; if (JSON.stringify(JSON.parse(text)) === text && JSON.stringify(JSON.parse(JSON.stringify(JSON.parse(text), null, 3))) === text) same++; }
print(same, length);
