// random gives numbers from 0 to 1, and not always the same.
var low = 0, high = 0, sum = 0, outside = 0, seen = {};
for (var i = 0; i < 5000; i++) { var r = Math.random(); if (!(r >= 0 && r < 1)) outside++; if (r < 0.5) low++; else high++; sum += r; seen[r] = 1; }
print(outside, low > 2000, high > 2000, sum > 2000 && sum < 3000, Object.keys(seen).length > 4900, Math.random.length);
