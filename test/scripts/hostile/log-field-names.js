// Field names that mean something to log readers do not overwrite what they mean.
// expect: pass
// timeout: 500ms
// log: genuine
// level: warn

log.kv({ level: 'debug', message: 'forged', at: 'never', test: 'another', id: 'x', __proto__: null, constructor: 1 }).warn('genuine');
