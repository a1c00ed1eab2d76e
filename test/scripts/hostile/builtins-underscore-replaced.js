// A script that empties _ harms itself alone.
// expect: pass
// timeout: 500ms
// log: works

for (var k in _) delete _[k];
_ = null;
log.info('works');
