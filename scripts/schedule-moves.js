// Watches that time passes: the schedule goes on starting runs, and the daemon's clock and uptime move at the same
// pace.
//
// The worst failure of a monitor is to stop and look well. So this canary does not ask whether the scheduler is fine.
// It looks at the newest run of another test, waits, and looks until there is a newer one. While it sleeps it costs
// nothing.

var target = std.os.getenv('CANARY_TARGET') || 'http://127.0.0.1:8080';
var watched = 'always pass';
var patience = 3; // how many of its intervals may pass without a new run

/** @param {string} path */
function get(path) {
  var response = http.do('GET', target + path);
  if (response.code !== 200) log.fail('GET ' + path + ' answers ' + response.code);
  return response.json();
}

function newest_run() {
  var runs = get('/api/v1/tests/' + encodeURIComponent(watched) + '/runs?limit=1').runs;
  return runs.length > 0 ? runs[0].id : '';
}

var interval = get('/api/v1/tests/' + encodeURIComponent(watched)).frequency_ms / 1000;
var uptime = get('/api/v1/status').uptime_seconds;
var first = newest_run();
var began = std.time.now();
var waited = 0;

while (newest_run() === first) {
  waited = std.time.since(began).seconds();
  if (waited > patience * interval) {
    log.fail('"' + watched + '" runs every ' + interval + ' s, and had no new run for ' + waited.toFixed(1) + ' s');
  }
  std.time.sleep('250ms');
}

var passed = std.time.since(began).seconds();
var counted = get('/api/v1/status').uptime_seconds - uptime;
log.kv({ waited_seconds: passed, uptime_grew_by: counted }).info('a new run has begun');
if (counted < 0) log.fail('the daemon was restarted while this canary looked on');
if (Math.abs(counted - passed) > 2) log.fail('the uptime grew by ' + counted + ' s in ' + passed.toFixed(1) + ' s');
