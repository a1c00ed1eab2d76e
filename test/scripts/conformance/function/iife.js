// Function expressions that are called where they stand.
(function () { print('parentheses outside'); }());
(function () { print('parentheses inside'); })();
!function () { print('not'); }();
+function () { print('plus'); }();
void function () { print('void'); }();
new function () { print('new'); };
var v = function () { return 'assigned'; }();
print(v, function (n) { return n * 2; }(4), [function () { return 'in an array'; }()][0]);
(function f(n) { if (n > 0) { print(n); f(n - 1); } })(3);
(function () { return this; }).call(7);
print(typeof (function () { return this; }).call(7));
