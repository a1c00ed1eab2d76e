// 'use strict' is of the function or program that begins with it.
function loose() { return this !== undefined; }
function strict() { 'use strict'; function inner() { return this === undefined; } return inner(); }
function late() { var a; 'use strict'; return this !== undefined; }
function second() { 'other directive'; 'use strict'; return this === undefined; }
function escaped() { 'use\u0020strict'; return this !== undefined; }
function inParentheses() { ('use strict'); return this !== undefined; }
function doubleQuoted() { "use strict"; return this === undefined; }
function joined() { 'use strict' + ''; return this !== undefined; }
print(loose(), strict(), late(), second(), escaped(), inParentheses(), doubleQuoted(), joined(), loose.call(undefined), (function () { 'use strict'; return loose(); })());
print((function () { 'use strict'; return eval('(function () { return this === undefined; })()'); })(), (function () { 'use strict'; return Function('return this !== undefined')(); })(), (function () { 'use strict'; return [1].map(loose)[0]; })());
