// Keys are made by ToPropertyKey, once.
var count = 0;
var key = { toString: function () { count++; return 'k'; } };
var o = {};
o[key] = 1;
o[key] += 5;
print(o, count);
o[null] = 'n'; o[undefined] = 'u'; o[true] = 't'; o[1.50] = 'f'; o[-0] = 'z'; o[1e21] = 'e'; o[[1, 2]] = 'a'; o[0x1F] = 'h'; o[NaN] = 'nan';
print(Object.keys(o));
print(o['0'], o['31'], o['1,2'], o['1e+21']);
print(outcome(function () { return o[{ toString: null, valueOf: function () { return {}; } }]; }));
var prim = {};
prim[Symbol.toPrimitive] = function (hint) { return 'hint ' + hint; };
o[prim] = 1;
print('hint string' in o);
