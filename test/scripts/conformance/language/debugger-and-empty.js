// Statements that do nothing.
;;;
{}
{ { { } } }
debugger;
if (1); else;
for (var i = 0; i < 3; i++);
while (i-- > 0);
do; while (0);
label: ;
'a text as a statement';
5; [1, 2]; (function () {}); void 0;
switch (0) {}
try {} finally {}
try {} catch (e) {}
function nothing() {}
print(i, nothing(), eval(''), eval(';'), eval('{}'), eval('1;;'), eval('1; {}'), eval('var x = 5'), eval('x: 6'));
print(eval('try { 1 } finally { 2 }'));
