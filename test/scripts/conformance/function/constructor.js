// Function makes functions of text, in the global scope.
var x = 'global';
function scope() { var x = 'local'; return [Function('return x')(), new Function('return typeof hidden')()]; }
print(scope());
print(Function('a', 'b', 'return a + b')(1, 2), Function('a, b', 'return a * b')(3, 4), Function('a', 'b,c', 'return [a, b, c]')(1, 2, 3), Function()());
print(Function.length, Function instanceof Function, Function('"use strict"; return this')() === undefined, Function('return this')() === globalThis);
['}, function () {', 'return', 'var a b', 'if (', '/* open', '"open', 'a = = b', 'break', '}'].forEach(function (text) {
  print(ascii(text), outcome(function () { return typeof Function(text); }));
});
print(outcome(function () { return Function('a b', 'return 1'); }), outcome(function () { return Function('1', ''); }));
print(Function('a', '// a comment\nreturn a')(5), Function('return arguments.length')(1, 2, 3));
