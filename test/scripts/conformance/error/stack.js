// Errors of every kind have a stack that is a text, from the start.
function named() { return new Error('here'); }
var e = named();
print(typeof e.stack, e.stack.indexOf('here') >= 0, e.propertyIsEnumerable('stack'), typeof new TypeError('x').stack);
try { null.x; } catch (x) { print(typeof x.stack, x.stack.length > 10); note(x.stack); }
note(e.stack);
(function outer() { (function inner() { note(named().stack); })(); })();
[3].forEach(function callback() { note(named().stack); });
e.stack = 'replaced';
note(e.stack);
note(e.lineNumber + ' ' + e.fileName);
