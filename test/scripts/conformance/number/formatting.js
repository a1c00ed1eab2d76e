// Amounts, percentages, sizes and durations as text.
function group(n, d) { var p = n.toFixed(d).split('.'); p[0] = p[0].replace(/\B(?=(\d{3})+$)/g, ','); return p.join('.'); }
print([0, 1, 999, 1000, 1234567.891, -1234.5, 1e15].map(function (n) { return group(n, 2); }), group(0.125, 1), group(99.995, 2));
function size(n) { var u = ['B', 'KiB', 'MiB', 'GiB', 'TiB'], i = 0; while (n >= 1024 && i < 4) { n /= 1024; i++; } return n.toFixed(i ? 1 : 0) + ' ' + u[i]; }
print([0, 1023, 1024, 1536, 1048576, 5e9, 1e15].map(size));
function duration(ms) { var parts = []; [[864e5, 'd'], [36e5, 'h'], [6e4, 'm'], [1e3, 's'], [1, 'ms']].forEach(function (p) { var n = Math.floor(ms / p[0]); if (n) { parts.push(n + p[1]); ms -= n * p[0]; } }); return parts.join(' ') || '0ms'; }
print([0, 5, 61000, 90061001, 36e5].map(duration), (0.1234).toFixed(2) * 100 + '%', (1e-7).toFixed(10), (1234.5678).toExponential(2), (0.00001).toPrecision(1), (25).toString(36), (1e21).toLocaleString === Number.prototype.toLocaleString);
