// JSON is an object like any other.
print(typeof JSON, String(JSON), outcome(function () { return JSON(); }), outcome(function () { return new JSON(); }), outcome(function () { return new JSON.parse('1'); }), Object.keys(JSON), attributes(JSON, 'parse'), attributes(JSON, 'stringify'), Object.getPrototypeOf(JSON) === Object.prototype);
var parse = JSON.parse;
print(parse('[1]'), parse.call(null, '2'), JSON.stringify.call(5, { a: 1 }));
