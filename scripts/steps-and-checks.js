// Watches that the list of runs and the runs themselves tell the same, in steps, and shows how steps, checks and cleanups
// are written.
//
// An error in a step ends the run, and the cause names the step. Checks that do not depend on each other are all looked
// at; the run fails at its end with those that did not hold. What is to be undone is undone in a cleanup, however the
// run ends.

var target = std.os.getenv('CANARY_TARGET') || 'http://127.0.0.1:8080';

/** @param {string} path */
function get(path) {
  return http.get(target + path, { timeout: '2s' });
}

test.cleanup('say good-bye', function () { log.info('whatever came of it, this is said'); });

var newest = test.step('list', function () {
  var list = get('/api/v1/runs?limit=1');
  check(list, {
    'the list is there': function (r) { return r.code === 200; },
    'it is JSON': function (r) { return /^application\/json/.test(r.header('Content-Type') || ''); },
    'it has a run at most': function (r) { return r.json('runs').length <= 1; }
  });
  check(list.timings, { 'it comes at once': function (t) { return t.duration < 200; } }, { soft: true });
  return list.json('runs[0]');
});

if (newest) {
  test.step('run', function () {
    var run = test.step('ask', function () {
      var answer = get('/api/v1/runs/' + newest.id);
      if (answer.code !== 200) throw new Error('the run ' + newest.id + ' is answered with ' + answer.code);
      return answer.json();
    });
    check(run, {
      'it is the same': function (r) { return r.id === newest.id && r.start_at === newest.start_at; },
      'it is of the same test': function (r) { return r.test === newest.test; }
    });
  });
}
