// RFC 3339, UTC or with an offset, finer than a second, and never backwards.
// expect: pass

var a = std.time.now();
if (typeof a !== 'string') throw new Error('now gives a ' + typeof a);
if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,9}(Z|[+-]\d\d:\d\d)$/.test(a)) throw new Error('not RFC 3339: ' + a);
if (Math.abs(Date.parse(a) - Date.now()) > 5000) throw new Error('now and Date.now() differ: ' + a);
if (!(std.time.since(a).seconds() >= 0)) throw new Error('the time of ' + a + ' is yet to come');
