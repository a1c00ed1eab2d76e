// debugger does nothing.
// expect: pass
// timeout: 500ms
// log: went on

debugger;
log.info('went on');
