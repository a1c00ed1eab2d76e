// The levels of log, and messages of all types.
log.debug('debug'); log.info('info'); log.warn('warn'); log.error('error');
log.info(); log.info(''); log.info(1); log.info(null); log.info(undefined); log.info(true); log.info({ a: 1 }); log.info([1, 'x']); log.info('a', 'b', 1);
log.info('%s and %d', 'x', 5); log.info('100%'); log.info('\u00e9\u20ac\ud83d\ude00'); log.info('two\nlines');
log.info(typeof log.info('gives'), log.error('does not fail'));
