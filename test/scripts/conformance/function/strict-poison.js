// caller and arguments of strict functions are not to be had.
function strict() { 'use strict'; }
print(outcome(function () { return strict.caller; }), outcome(function () { strict.caller = 1; }), outcome(function () { return strict.arguments; }));
print(typeof strict.hasOwnProperty('name'));
print(strict.hasOwnProperty('caller'), strict.hasOwnProperty('arguments'));
print(outcome(function () { return strict.bind().caller; }));
