// What one run does to its world, the next does not find.
// expect: pass
// runs: 2

if (typeof leaked !== 'undefined') throw new Error('a global of an earlier run is there');
if ([].canary_was_here) throw new Error('an earlier run changed Array.prototype');
if (log.mine || _.mine || std.mine || test.mine || http.mine) throw new Error('an earlier run left a property');
if (JSON.stringify({ a: 1 }) !== '{"a":1}') throw new Error('an earlier run replaced JSON.stringify');
leaked = true;
Array.prototype.canary_was_here = true;
log.mine = _.mine = std.mine = test.mine = http.mine = true;
JSON.stringify = function () { return 'replaced'; };
