// Watches the whole way of a run, as the person takes it who presses 'run now': order it, wait for it, read its log,
// and find the same outcome in the other view.
//
// This is a flow: each step needs what the one before it gave. Where one fails, the rest would only add noise, so every
// step ends the run with a sentence that says which one it was and what it saw. Where no run can be ordered, there is
// nothing to be seen, and the run is skipped.

var target = std.os.getenv('CANARY_TARGET') || 'http://127.0.0.1:8080';
var name = 'hello world'; // harmless and quick; see hello-world.js

/** @param {string} path */
function get(path) {
  var response = http.do('GET', target + path, {}, '', { timeout: '3s' });
  if (response.code !== 200) log.fail('GET ' + path + ' answers ' + response.code);
  return response;
}

// Step 1: order a run. The test may just be going on by its own schedule, which is a 409 and no fault.
function order() {
  for (var attempt = 1; attempt <= 5; attempt += 1) {
    var response = http.do('POST', target + '/api/v1/tests/' + encodeURIComponent(name) + '/run', { Origin: target });
    if (response.code === 202) return response.json('id');
    if (response.code !== 409) log.fail('ordering a run answers ' + response.code + ': ' + response.body);
    log.kv('attempt', attempt).info('already running, asking again');
    std.time.sleep('300ms');
  }
  test.skip('"' + name + '" is always running already, so no run of it can be ordered');
}

// Step 2: wait until it has ended. A new run becomes visible a moment after it is ordered.
/** @param {string} id */
function wait_for(id) {
  var began = std.time.now();
  while (std.time.since(began).seconds() < 5) {
    var response = http.do('GET', target + '/api/v1/runs/' + id);
    if (response.code === 200 && response.json('status') !== 'running') return response.json();
    if (response.code !== 200 && response.code !== 404) log.fail('the run ' + id + ' answers ' + response.code);
    std.time.sleep('100ms');
  }
  log.fail('the run ' + id + ' has not ended within 5 s');
}

var id = order();
var run = wait_for(id);
log.kv({ id: id, status: run.status, duration_ms: run.duration_ms }).info('the ordered run has ended');

// Step 3: it is the run that was asked for, and it did what its script says.
if (run.test !== name) log.fail('asked for "' + name + '" and got a run of "' + run.test + '"');
if (run.trigger !== 'manual') log.fail('the run says that it was triggered by ' + run.trigger);
if (run.status !== 'passed') log.fail('the run ended as ' + run.status + ': ' + run.fail_cause);
if (!_.findWhere(run.logs, { message: 'hello world' })) log.fail('the run has lost its log line');

// Step 4: it stands in the list of its test.
var listed = get('/api/v1/tests/' + encodeURIComponent(name) + '/runs?limit=50').json('runs');
if (!_.findWhere(listed, { id: id })) log.fail('the run ' + id + ' is not in the list of its test');

// Step 5: GraphQL tells the same of it.
var answer = http.do('POST', target + '/query', { 'Content-Type': 'application/json' }, JSON.stringify({
  query: 'query ($id: String!) { test(id: $id) { name pass } }',
  variables: { id: id }
}));
var other = answer.code === 200 ? answer.json('data.test') : null;
if (!other || other.name !== name || other.pass !== true) {
  log.kv('body', answer.body).fail('GraphQL tells something else of the run ' + id);
}
