// Freezes everything.
// expect: pass|fail
// timeout: 20s
test.name; _.VERSION;
var freeze = Object.freeze;
reach(function (o) { try { freeze(o); } catch (e) { log.info(String(e)); } });
log.info(Object.isFrozen(globalThis), Object.isFrozen(Array.prototype));
