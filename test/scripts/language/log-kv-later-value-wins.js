// A key given twice keeps the later value.
// expect: pass
// log: twice
// fields: {"k": 2, "j": 0}

log.kv('k', 1, 'j', 0).kv('k', 2).info('twice');
