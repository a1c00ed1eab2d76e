// As long as asked, hexadecimal, and another each time.
// expect: pass

_.each([0, 1, 2, 7, 8, 32, 33, 1000], function (n) {
  var s = std.do.rand_string(n);
  if (typeof s !== 'string' || s.length !== n) throw new Error('asked for ' + n + ', got ' + s.length);
  if (!/^[0-9a-f]*$/.test(s)) throw new Error('not hexadecimal: ' + s);
});
if (std.do.rand_string(32) === std.do.rand_string(32)) throw new Error('twice the same');
var seen = _.uniq(std.do.rand_string(1000).split(''));
if (seen.length !== 16) throw new Error('only these occur: ' + seen.join(''));
