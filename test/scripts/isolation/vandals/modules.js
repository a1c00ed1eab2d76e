// Changes our modules, and the state that they keep.
// expect: fail
// cause: canary was here
_.templateSettings.interpolate = /x/; _.mixin({ left: function () {} }); _.each(_.range(100), function () { _.uniqueId(); }); _.iteratee = null; _.prototype.left = 1; _.VERSION = 'canary was here';
log.info = log.kv = console.log = console.left = std.time.now = std.left = test.name = test.id = http.do = 'canary was here';
delete std.os; delete console.warn;
Object.setPrototypeOf(log.debug, null);
try { log.fail('canary was here'); } catch (e) { e.class = 'canary was here'; }
