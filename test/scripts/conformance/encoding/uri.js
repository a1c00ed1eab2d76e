// encodeURI and encodeURIComponent, and their ways back.
var all = '';
for (var i = 0; i < 128; i++) all += String.fromCharCode(i);
print(encodeURI(all), encodeURIComponent(all), decodeURI(encodeURI(all)) === all, decodeURIComponent(encodeURIComponent(all)) === all);
print(encodeURIComponent('\u00e9\u20ac\ud83d\ude00'), encodeURI('http://ex\u00e4mple/a b?c=d&e#f'), decodeURIComponent('%C3%A9%E2%82%AC%F0%9F%98%80') === '\u00e9\u20ac\ud83d\ude00', decodeURI('%41%2f%3F%23%24'), decodeURIComponent('%2f%3f%23'));
['%', '%4', '%zz', '%C3', '%C3%28', '%FF', '%80', '%E2%82', '%F8%80%80%80%80', '%C0%80', '%ED%A0%80', 'a%2', '%f0%9f%98'].forEach(function (t) { print(t, outcome(function () { return decodeURIComponent(t); }), outcome(function () { return decodeURI(t); })); });
['\ud83d', '\ude00', '\ude00\ud83d', 'a\ud83dx'].forEach(function (t) { print(outcome(function () { return encodeURIComponent(t); }), outcome(function () { return encodeURI(t); })); });
print(encodeURIComponent(), encodeURIComponent(null), encodeURIComponent(5), encodeURI({}), outcome(function () { return encodeURI(Symbol()); }), encodeURI.length, decodeURIComponent.name);
