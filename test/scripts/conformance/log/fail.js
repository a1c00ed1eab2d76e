// log.fail ends the run with its message.
log.kv('k', 1).info('before');
log.kv('user', 5).fail('failed %s', 'so');
log.info('never');
