// Arithmetic in bulk.
for (var y = -1.2; y <= 1.2; y += 0.2) { var row = ''; for (var x = -2; x <= 0.6; x += 0.05) { var a = 0, b = 0, n = 0; while (a * a + b * b < 4 && n < 40) { var t = a * a - b * b + x; b = 2 * a * b + y; a = t; n++; } row += ' .:-=+*#%@'[Math.floor(n / 4.1)]; } print(row); }
