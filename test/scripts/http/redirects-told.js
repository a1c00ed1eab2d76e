// response.redirects tells of each hop, with times that sum up.
// expect: pass
// timeout: 5s

var target = '__TARGET__';
var response = http.get(target + '/redirect/3');
if (response.url !== target + '/echo' || response.redirects.length !== 3) throw new Error('hops');
_.each(response.redirects, function (hop, n) {
  if (hop.code !== 302 || hop.method !== 'GET' || hop.url !== target + '/redirect/' + (3 - n)) throw new Error('hop ' + n);
  if (hop.location !== (n < 2 ? '/redirect/' + (2 - n) : '/echo')) throw new Error('location ' + hop.location);
  if (hop.remote_ip !== '127.0.0.1' || !hop.remote_port) throw new Error('remote');
  var sum = _.reduce(_.omit(hop.timings, 'duration'), function (a, b) { return a + b; }, 0);
  if (!(hop.timings.duration > 0) || Math.abs(sum - hop.timings.duration) > 1e-6) throw new Error('times');
});
if (http.get(target + '/html').redirects.length !== 0) throw new Error('none');
