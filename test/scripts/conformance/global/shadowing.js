// Global names may be shadowed and replaced.
(function (undefined, NaN) { print(undefined, NaN); })(1, 2);
(function () { var Object = 5, Array = 'x', JSON; print(Object, Array, JSON); })();
var realParse = parseInt;
parseInt = function () { return 'replaced'; };
print(parseInt('5'), globalThis.parseInt('5'), realParse('5'));
parseInt = realParse;
print(parseInt('7'), delete globalThis.escape, typeof escape);
(function () { 'use strict'; print(outcome(function () { undefined = 1; }), outcome(function () { NaN = 1; }), outcome(function () { Infinity = 1; })); })();
var Date = 'mine';
print(Date, typeof Math.max, delete globalThis.Math, typeof Math);
