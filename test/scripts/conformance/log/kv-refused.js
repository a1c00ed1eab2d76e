// What log.kv refuses.
[[], ['a'], ['a', 1, 'b'], [5], [null], [undefined], [[1, 2, 3]], [Symbol('x'), 1]].forEach(function (args) {
  try { log.kv.apply(log, args).info('taken'); } catch (e) { log.info(e.name + ': ' + e.message); }
});
var o = {};
o.o = o;
try { log.kv('o', o); } catch (e) { log.info(e.name); }
