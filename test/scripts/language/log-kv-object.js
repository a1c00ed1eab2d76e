// An object gives a field for each of its keys.
// expect: pass
// log: with fields
// level: error
// fields: {"a": 1, "b": "two"}

log.kv({ a: 1, b: 'two' }).error('with fields');
