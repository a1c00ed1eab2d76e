// Watches that the front page is there, soon enough, and is a page.
//
// TARGET is its address: in .env for canaryctl, a variable of the daemon's otherwise.

var target = std.os.getenv('TARGET');
if (!target) log.fail('TARGET is not set: copy .env.example to .env, and run with --env-file .env');

var page = test.step('fetch', function () {
  return http.get(target, { timeout: '5s' });
});

check(page, {
  'is 200': function (p) { return p.code === 200; },
  'is HTML': function (p) { return /^text\/html/.test(p.header('Content-Type') || ''); },
  'came within 2 s': function (p) { return p.timings.duration < 2000; }
});

log.kv({ code: page.code, milliseconds: page.timings.duration, bytes: page.body.length }).info('fetched ' + target);
