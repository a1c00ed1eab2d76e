// What eval makes global, and what stays.
eval('var made1 = 1'); (0, eval)('var made2 = 2');
(function () { eval('var inner1 = 1'); (0, eval)('var made3 = 3'); print(typeof inner1, typeof made3); })();
print(typeof made1, typeof made2, typeof made3, typeof inner1, delete globalThis.made2, typeof made2);
(function () { 'use strict'; eval('var inner2 = 1'); (0, eval)('var made4 = 4'); print(typeof inner2); })();
print(typeof inner2, typeof made4);
Function('made5 = 5; var inner3 = 1')();
print(made5, typeof inner3, Function('return typeof made5')(), new Function('return this === globalThis')());
var name = 'var';
(0, eval)('name = "changed"');
print(name, eval('(function () { return name; })')(), (0, eval)('(function () { "use strict"; return this; })')());
