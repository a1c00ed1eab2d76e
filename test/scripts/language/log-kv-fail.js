// log.fail keeps the fields.
// expect: fail
// class: assert
// cause: the shop is shut
// log: the shop is shut
// level: error
// fields: {"code": 503}

log.kv('code', 503).fail('the shop is shut');
