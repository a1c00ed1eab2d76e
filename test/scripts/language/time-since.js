// The seconds since a time, as a number with fractions.
// expect: pass

var t = std.time.now();
std.time.sleep('60ms');
var s = std.time.since(t).seconds();
if (typeof s !== 'number') throw new Error('seconds gives a ' + typeof s);
if (s < 0.055 || s > 5) throw new Error('60 ms took ' + s + ' s');
if (s === Math.floor(s)) throw new Error('no fraction: ' + s);
var past = std.time.since('2001-02-03T04:05:06Z').seconds();
if (past < 7e8) throw new Error('2001 was ' + past + ' s ago');
if (std.time.since('2001-02-03T04:05:06.5+02:00').seconds() - past < 7198) throw new Error('the offset is ignored');
if (std.time.since('2199-01-01T00:00:00Z').seconds() >= 0) throw new Error('2199 is in the past');
