// Calls chain, and each link leaves the logger before it as it was.
// expect: pass
// log: first
// fields: {"shop": "feathers", "step": 1, "item": "down"}
// log: second
// fields: {"shop": "feathers", "step": 2}
// log: third
// fields: {"shop": "feathers"}
// log: fourth
// fields: {}

var base = log.kv('shop', 'feathers');
base.kv('step', 1).kv({ item: 'down' }).info('first');
base.kv('step', 2).info('second');
base.info('third');
log.info('fourth');
