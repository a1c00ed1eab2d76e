// TextEncoder gives UTF-8.
var e = new TextEncoder();
['', 'abc', '\u00e9', '\u20ac', '\ud83d\ude00', 'a\u0000b', '\u007f\u0080\u07ff\u0800\uffff'].forEach(function (t) { var b = e.encode(t); print(t, b.length, [].slice.call(b), Object.prototype.toString.call(b)); });
print(e.encoding, [].slice.call(e.encode()), [].slice.call(e.encode(undefined)), [].slice.call(e.encode(5)), [].slice.call(e.encode(null)), TextEncoder.name, outcome(function () { return TextEncoder(); }));
