// SHA-256 over typed arrays.
function sha256(text) {
  var k = [], h = [], p = 2, i, j;
  function root(x) { return (x - Math.floor(x)) * 4294967296 | 0; }
  for (; k.length < 64; p++) { for (i = 2; i * i <= p; i++) if (p % i === 0) break; if (i * i > p) { if (h.length < 8) h.push(root(Math.pow(p, 1 / 2))); k.push(root(Math.pow(p, 1 / 3))); } }
  var length = text.length, padded = new Uint8Array(((length + 72) >> 6) << 6), view = new DataView(padded.buffer), w = new Int32Array(64);
  for (i = 0; i < length; i++) padded[i] = text.charCodeAt(i);
  padded[length] = 128;
  view.setUint32(padded.length - 4, length * 8);
  function rotate(x, n) { return x >>> n | x << (32 - n); }
  for (i = 0; i < padded.length; i += 64) {
    for (j = 0; j < 64; j++) w[j] = j < 16 ? view.getInt32(i + j * 4) : (rotate(w[j - 2], 17) ^ rotate(w[j - 2], 19) ^ w[j - 2] >>> 10) + w[j - 7] + (rotate(w[j - 15], 7) ^ rotate(w[j - 15], 18) ^ w[j - 15] >>> 3) + w[j - 16];
    var s = h.slice();
    for (j = 0; j < 64; j++) {
      var t1 = s[7] + (rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25)) + (s[4] & s[5] ^ ~s[4] & s[6]) + k[j] + w[j], t2 = (rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22)) + (s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2]);
      s = [t1 + t2 | 0, s[0], s[1], s[2], s[3] + t1 | 0, s[4], s[5], s[6]];
    }
    for (j = 0; j < 8; j++) h[j] = h[j] + s[j] | 0;
  }
  return h.map(function (x) { return ((x >>> 0) + 4294967296).toString(16).slice(1); }).join('');
}
['', 'abc', 'a'.repeat(55), 'a'.repeat(56), 'a'.repeat(200)].forEach(function (t) { print(t.length, sha256(t)); });
