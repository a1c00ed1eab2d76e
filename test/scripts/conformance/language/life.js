// The game of life on a torus.
var w = 12, h = 8, cells = {};
[[1, 0], [2, 1], [0, 2], [1, 2], [2, 2]].forEach(function (c) { cells[c] = true; });
function step(live) { var counts = {}; Object.keys(live).forEach(function (k) { var p = k.split(',').map(Number); for (var dx = -1; dx <= 1; dx++) for (var dy = -1; dy <= 1; dy++) { var n = [(p[0] + dx + w) % w, (p[1] + dy + h) % h]; if (dx || dy) counts[n] = (counts[n] || 0) + 1; } }); var next = {}; for (var k in counts) if (counts[k] === 3 || counts[k] === 2 && live[k]) next[k] = true; return next; }
for (var i = 0; i < 50; i++) cells = step(cells);
for (var y = 0; y < h; y++) { var row = ''; for (var x = 0; x < w; x++) row += cells[[x, y]] ? '#' : '.'; print(row); }
