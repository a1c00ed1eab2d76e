// A change to the object after kv does not reach the logger.
// expect: pass
// log: copied
// fields: {"n": 1}

var fields = { n: 1 };
var l = log.kv(fields);
fields.n = 2;
l.info('copied');
