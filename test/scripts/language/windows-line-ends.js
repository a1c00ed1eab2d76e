// Lines may end as on Windows.
// expect: pass
// log: sum 3

var a = 1;
var b = 2;
log.info('sum ' + (a + b));
