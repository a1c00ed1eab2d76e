// A decoder keeps the half of a character for the next piece.
var d = new TextDecoder();
print(d.decode(new Uint8Array([0xe2, 0x82]), { stream: true }), d.decode(new Uint8Array([0xac, 97]), { stream: true }), d.decode(new Uint8Array([0xf0, 0x9f]), { stream: true }), d.decode(new Uint8Array([0x98, 0x80]), { stream: true }) === '\ud83d\ude00', d.decode());
var bytes = new TextEncoder().encode('z\u00fcri\u20ac\ud83d\ude00!'), out = '', s = new TextDecoder();
for (var i = 0; i < bytes.length; i++) out += s.decode(new Uint8Array([bytes[i]]), { stream: true });
print(out + s.decode());
