// The five functions and their levels.
console.log('log'); console.info('info'); console.warn('warn', 1); console.error('error', { a: 1 });
var log = console.log;
log('detached');
[1, 2].forEach(function (n) { console.warn('n', n); });
console.log.call(null, 'called'); console.log.apply(undefined, ['applied', 2]);
print(typeof console.log('gives nothing'));
