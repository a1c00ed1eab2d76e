// The phases sum to the duration.
// expect: pass
// timeout: 5s

var target = '__TARGET__';

var r = http.do('GET', target + '/slow/100');
var phases = ['blocked', 'looking_up', 'connecting', 'tls_handshaking', 'sending', 'waiting', 'receiving'];
var sum = 0;
_.each(phases, function (phase) {
  var ms = r.timings[phase];
  if (typeof ms !== 'number' || ms < 0) throw new Error(phase + ' is ' + ms);
  sum += ms;
});
if (Math.abs(sum - r.timings.duration) > 1) throw new Error('the phases sum to ' + sum + ' of ' + r.timings.duration);
if (r.timings.waiting < 95) throw new Error('waited ' + r.timings.waiting + ' ms for a server that takes 100');
if (r.timings.tls_handshaking !== 0) throw new Error('a handshake without TLS');
