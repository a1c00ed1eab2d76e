// One key, one value.
// expect: pass
// log: with a field
// fields: {"foo": "bar"}

log.kv('foo', 'bar').info('with a field');
