// A batch takes as long as its slowest request, and not as long as all.
// expect: pass
// timeout: 5s

var target = '__TARGET__';
var began = std.time.now();
var responses = http.batch(_.times(20, function () { return target + '/slow/300'; }));
var took = std.time.since(began).seconds();
var together = _.reduce(responses, function (sum, r) { return sum + r.timings.duration / 1000; }, 0);
if (!(together > 3 * took)) throw new Error(together + ' s of requests took ' + took + ' s');
