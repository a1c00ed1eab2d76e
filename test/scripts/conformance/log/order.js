// Lines of console and log are one list, in order.
console.log('a'); log.info('b'); console.warn('c'); log.kv('n', 1).error('d'); console.debug('e'); log.debug('f'); console.error('g', 1);
for (var i = 0; i < 20; i++) (i % 2 ? console.log : log.info)(i);
