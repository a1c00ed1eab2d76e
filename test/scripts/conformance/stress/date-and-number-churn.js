// Many numbers, dates and texts converted to and fro.
var bad = 0, sum = 0, seed = 9;
for (var i = 0; i < 3000; i++) { seed = (seed * 16807) % 2147483647; var n = seed / (1 << i % 30) * (i % 2 ? 1 : -1); if (Number(String(n)) !== n) bad++; if (parseFloat(n.toPrecision(17)) !== n) bad++; if (Number(n.toExponential()) !== n) bad++; sum += String(n).length; var d = new Date(seed * 1000); if (Date.parse(d.toISOString()) !== d.getTime()) bad++; if (parseInt(seed.toString(36), 36) !== seed) bad++; }
print(bad, sum);
