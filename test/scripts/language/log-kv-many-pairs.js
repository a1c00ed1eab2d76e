// Several pairs in one call.
// expect: pass
// log: with fields
// level: warn
// fields: {"a": 1, "b": "two", "c": true}

log.kv('a', 1, 'b', 'two', 'c', true).warn('with fields');
