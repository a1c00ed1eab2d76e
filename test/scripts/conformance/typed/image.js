// Pixels in buffers: drawing, blurring, counting.
var w = 16, h = 8, pixels = new Uint8ClampedArray(w * h);
function set(x, y, v) { pixels[y * w + x] = v; }
for (var x = 0; x < w; x++) { set(x, Math.floor(x / 2), 255); set(x, h - 1 - Math.floor(x / 2), 300); }
for (var i = 0; i < pixels.length; i += 7) pixels[i] -= 40;
function blur(p) { var out = new Uint8ClampedArray(p.length); for (var y = 0; y < h; y++) for (var x = 0; x < w; x++) { var s = 0, n = 0; for (var dy = -1; dy <= 1; dy++) for (var dx = -1; dx <= 1; dx++) if (x + dx >= 0 && x + dx < w && y + dy >= 0 && y + dy < h) { s += p[(y + dy) * w + x + dx]; n++; } out[y * w + x] = s / n; } return out; }
var b = blur(blur(pixels));
for (var y = 0; y < h; y++) print([].map.call(b.subarray(y * w, y * w + w), function (v) { return ' .:-=+*#'[v >> 5]; }).join(''));
print([].reduce.call(b, function (a, v) { return a + v; }, 0), Math.max.apply(null, b));
