// Random texts: their lengths and their letters.
[0, 1, 2, 7, 16, 255, 1000].forEach(function (n) { var s = std.do.rand_string(n); log.info(n, s.length, /^[0-9a-f]*$/.test(s)); });
[-1, 1.5, NaN, Infinity, 65537, '5', null, undefined, {}, true].forEach(function (n) { try { log.info(std.do.rand_string(n).length); } catch (e) { log.info(e.name + ': ' + e.message); } });
var seen = {}, twice = 0;
for (var i = 0; i < 200; i++) { var s = std.do.rand_string(16); if (seen[s]) twice++; seen[s] = true; }
log.info(twice, Object.keys(seen).length);
