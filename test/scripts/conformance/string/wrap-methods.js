// Methods on wrappers, on numbers, and on things with toString.
var thing = { toString: function () { return 'a-b-c'; } };
print(''.split.call(thing, '-'), ''.toUpperCase.call(thing), ''.slice.call(thing, -1), ''.indexOf.call(thing, 'b'), ''.replace.call(thing, '-', '+'), ''.concat.call(thing, '!'), ''.substr.call(thing, 2, 1));
print(''.slice.call([1, 2, 3], 1), ''.charAt.call(true, 1), ''.trim.call([' x ']), ''.includes.call(12345, 34), ''.codePointAt.call('A'), ''.lastIndexOf.call(null === null, 'e'));
var log = [];
var arg = { toString: function () { log.push('arg'); return 'b'; } }, self = { toString: function () { log.push('this'); return 'abc'; } };
print(''.indexOf.call(self, arg), log);
