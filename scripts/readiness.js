// Watches that the daemon is ready: its loop turns, its configuration is loaded, its database is open, and the last
// reload was a success.
//
// A start or a reload may be under way, and a canary that cries at each of them is soon ignored. So it asks a few
// times, a moment apart, and fails only when the answer stays bad. It says at the end how often it had to ask.

var target = std.os.getenv('CANARY_TARGET') || 'http://127.0.0.1:8080';
var attempts = 5;

function ready() {
  var response = http.do('GET', target + '/readyz', {}, '', { timeout: '2s' });
  if (response.code !== 200) log.kv('code', response.code).kv('body', response.body).warn('not ready yet');
  return response.code === 200;
}

var asked = 1;
while (!ready()) {
  if (asked === attempts) log.fail('not ready after ' + attempts + ' attempts');
  std.time.sleep('500ms');
  asked += 1;
}

var config = http.do('GET', target + '/api/v1/status').json('config');
if (!config.last_reload_successful) {
  log.fail('the configuration that is running is not the one on disk: ' + config.last_reload_error);
}
log.kv('asked', asked).info('ready');
