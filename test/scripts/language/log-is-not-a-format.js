// log.info takes text as it is.
// expect: pass
// log: %s %d %j %%

log.info('%s %d %j %%');
