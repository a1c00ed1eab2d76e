// What std.time refuses.
['', 'x', '1', '-', '1s1', '1 s', 's', '1e400s'].forEach(function (d) { try { std.time.sleep(d); log.info('slept'); } catch (e) { log.info(JSON.stringify(d) + ' ' + e.name + ': ' + e.message); } });
[undefined, null, true, {}, [], NaN, Infinity, function () {}].forEach(function (d) { try { std.time.sleep(d); log.info('slept'); } catch (e) { log.info(e.name + ': ' + e.message); } });
[undefined, null, 5, 'x', '2020', '2020-13-01T00:00:00Z', {}, new Date(0)].forEach(function (t) { try { std.time.since(t); log.info('taken'); } catch (e) { log.info(e.name + ': ' + e.message); } });
