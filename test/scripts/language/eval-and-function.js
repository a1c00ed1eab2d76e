// Both work, and their errors are the script's.
// expect: pass

if (eval('1 + 1') !== 2) throw new Error('eval');
if (new Function('a', 'b', 'return a * b')(6, 7) !== 42) throw new Error('Function');
var x = 1;
eval('x = 2');
if (x !== 2) throw new Error('direct eval does not see the scope');
