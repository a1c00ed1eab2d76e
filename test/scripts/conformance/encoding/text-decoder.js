// TextDecoder reads UTF-8, and replaces what is none.
function decode(bytes, options) { return new TextDecoder('utf-8', options).decode(new Uint8Array(bytes)); }
print(decode([]), decode([97, 98]), decode([0xc3, 0xa9]), decode([0xe2, 0x82, 0xac]), decode([0xf0, 0x9f, 0x98, 0x80]) === '\ud83d\ude00', decode([97, 0, 98]));
print(decode([0xff]), decode([0xc3]), decode([0x80]), decode([97, 0xc3, 98]), decode([0xef, 0xbb, 0xbf, 97]), decode([0xef, 0xbb, 0xbf, 97], { ignoreBOM: true }).length);
[[0xff], [0xc3], [0xc0, 0x80]].forEach(function (b) { print(b, outcome(function () { return decode(b, { fatal: true }); })); });
var d = new TextDecoder();
print(d.encoding, d.fatal, d.ignoreBOM, d.decode(), d.decode(new Uint8Array([104, 105]).buffer), d.decode(new Uint8Array([1, 104, 105, 2]).subarray(1, 3)), d.decode(new DataView(new Uint8Array([120]).buffer)));
print(outcome(function () { return TextDecoder(); }), TextDecoder.name, new TextDecoder('utf8').encoding, new TextDecoder('UTF-8').encoding, outcome(function () { return new TextDecoder('no-such'); }));
