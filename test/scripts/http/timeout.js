// A request has a time of its own.
// expect: pass
// timeout: 5s
// log: the run goes on

var target = '__TARGET__';

var began = Date.now();
var error = null;
try {
  http.do('GET', target + '/slow/3000', {}, '', { timeout: '200ms' });
} catch (e) {
  error = e;
}
if (!error || error['class'] !== 'timeout') throw new Error('got ' + error);
if (Date.now() - began > 2000) throw new Error('took ' + (Date.now() - began) + ' ms');
log.info('the run goes on');
