// Each call has its level.
// expect: pass
// log: log
// log: info
// log: warn
// level: warn
// log: error
// level: error
// log: debug
// level: debug
// log: 99%
// level: error

console.log('log');
console.info('info');
console.warn('warn');
console.error('error');
console.debug('debug');
console.error('%d%%', 99);
