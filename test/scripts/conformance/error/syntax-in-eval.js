// Errors of the compiler, caught and named.
['var', 'if', '1 +', '{', ')', 'for (;;', 'a b', 'var 1a', 'function () {}', 'return 1', 'break', 'continue', 'x: x: 1', '"abc', '/abc', 'a = /(/', '({a:1', '[1, 2', 'switch (1) { foo }', 'try {}', 'do 1 while', 'new', 'throw\n1', 'var if', 'function f( {}', 'with', 'a ? b', 'case 1:', '@', '#', 'a..b', "'use strict'; with (a) {}", "'use strict'; var eval", "'use strict'; delete x", "'use strict'; arguments = 1", "'use strict'; function f(a, a) {}", "'use strict'; var public", 'const x', 'break x', 'while (1) { continue y }'].forEach(check);
function check(code) { print(code, outcome(function () { return typeof eval(code); })); }
['1 = 2', 'this = 1', '5++', '({ get x(a) {} })', '({ set x() {} })'].forEach(check);
