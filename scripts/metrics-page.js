// Watches that Prometheus can read the daemon: /metrics parses, holds the families that alerts are built on, and adds
// up.
//
// A broken exposition is silent. The scrape fails, every alert on its numbers goes quiet, and quiet looks like health.

var target = std.os.getenv('CANARY_TARGET') || 'http://127.0.0.1:8080';
/** @type {{ [name: string]: string }} */
var families = {
  test_started_count: 'counter',
  test_finished_count: 'counter',
  test_running_total: 'gauge',
  canary_test_up: 'gauge'
};

var response = http.do('GET', target + '/metrics', {}, '', { timeout: '5s', max_body: 50 * 1024 * 1024 });
if (response.code !== 200) log.fail('/metrics answers ' + response.code);

/** @type {{ [name: string]: string }} */
var types = {};
/** @type {{ [series: string]: boolean }} */
var seen = {};
/** @type {{ [name: string]: number }} */
var totals = {};
var series = 0;

_.each(response.body.split('\n'), function (line, index) {
  var comment = /^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) ?(.*)$/.exec(line);
  if (comment) {
    if (comment[1] === 'TYPE') types[comment[2]] = comment[3];
    return;
  }
  if (line === '' || line.charAt(0) === '#') return;
  var sample = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{.*\})? ([^ ]+)( -?[0-9]+)?$/.exec(line);
  if (!sample) log.fail('line ' + (index + 1) + ' is no sample: ' + line);
  var key = sample[1] + (sample[2] || '');
  if (_.has(seen, key)) log.fail('the series ' + key + ' comes twice');
  seen[key] = true;
  totals[sample[1]] = (totals[sample[1]] || 0) + Number(sample[3]);
  series += 1;
});

// A test has no `canary_test_up` before its first outcome.
if (!totals.test_finished_count) delete families.canary_test_up;
_.each(families, function (type, name) {
  if (types[name] !== type) log.fail(name + ' is ' + (types[name] || 'missing') + ' and not a ' + type);
});

// Each run that has begun is over or still going on.
var started = totals.test_started_count || 0;
var ended = totals.test_finished_count || 0;
var running = totals.test_running_total || 0;
log.kv({ series: series, started: started, ended: ended, running: running }).info('the metrics page parses');
if (started !== ended + running) {
  log.fail('runs were lost: ' + started + ' started, ' + ended + ' ended, ' + running + ' still going on');
}
