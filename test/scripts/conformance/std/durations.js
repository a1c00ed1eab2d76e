// Sleeps of nothing and of less, and the form of times.
['0', '0s', '-1s', '1ns', '1us', '1\u00b5s', '0.001ms', '+1ns', '1h-1h'].forEach(function (d) { try { log.info(d, typeof std.time.sleep(d)); } catch (e) { log.info(d, e.message); } });
std.time.sleep(0); std.time.sleep(-5); std.time.sleep(0.001);
var t = std.time.now();
log.info(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(t), typeof std.time.since(t).seconds(), std.time.since(t).seconds() >= 0, std.time.since(t).milliseconds() < 60000, typeof String(std.time.since(t)));
log.info(std.time.since('2020-01-01T00:00:00Z').seconds() > 1e8, std.time.since('2020-01-01T00:00:00+02:00').seconds() - std.time.since('2020-01-01T00:00:00Z').seconds() > 7199);
log.info(Object.keys(std.time.since(t)).join(), Object.keys(std).join(), Object.keys(std.time).join(), Object.keys(std.os).join(), Object.keys(std.do).join());
var since = std.time.since(t);
try { since.seconds.call(5); } catch (e) { log.info(e.name + ': ' + e.message); }
log.info(typeof since.seconds.call({}), isNaN(since.seconds.call({})));
