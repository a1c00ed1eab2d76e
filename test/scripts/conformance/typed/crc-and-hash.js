// Checksums over bytes: CRC-32, Adler-32, FNV-1a, and base64.
var table = new Uint32Array(256);
for (var n = 0; n < 256; n++) { var c = n; for (var k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1; table[n] = c; }
function bytes(s) { return new Uint8Array(s.split('').map(function (c) { return c.charCodeAt(0); })); }
function crc(b) { var c = 0xffffffff; for (var i = 0; i < b.length; i++) c = table[(c ^ b[i]) & 255] ^ (c >>> 8); return ((c ^ 0xffffffff) >>> 0).toString(16); }
function adler(b) { var x = 1, y = 0; for (var i = 0; i < b.length; i++) { x = (x + b[i]) % 65521; y = (y + x) % 65521; } return ((y << 16 | x) >>> 0).toString(16); }
function fnv(b) { var h = 0x811c9dc5; for (var i = 0; i < b.length; i++) h = Math.imul(h ^ b[i], 0x01000193); return (h >>> 0).toString(16); }
var digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
function base64(b) { var out = ''; for (var i = 0; i < b.length; i += 3) { var v = b[i] << 16 | (b[i + 1] || 0) << 8 | (b[i + 2] || 0); out += digits[v >> 18] + digits[v >> 12 & 63] + (i + 1 < b.length ? digits[v >> 6 & 63] : '=') + (i + 2 < b.length ? digits[v & 63] : '='); } return out; }
['', 'a', 'abc', '123456789', 'The quick brown fox jumps over the lazy dog'].forEach(function (s) { var b = bytes(s); print(s, crc(b), adler(b), fnv(b), base64(b)); });
