// Lone surrogates become the replacement character.
var e = new TextEncoder();
['\ud83d', '\ude00', 'a\ud83db', '\ude00\ud83d'].forEach(function (t) { print([].slice.call(e.encode(t))); });
