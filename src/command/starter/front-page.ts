// Watches that the front page is there, soon enough, and is a page.
//
// TARGET is its address: in .env for canaryctl, a variable of the daemon's otherwise.

export default function () {
  const target = std.os.getenv('TARGET');
  if (!target) log.fail('TARGET is not set: copy .env.example to .env, and run with --env-file .env');

  const page = test.step('fetch', () => http.get(target, { timeout: '5s' }));

  check(page, {
    'is 200': (p) => p.code === 200,
    'is HTML': (p) => /^text\/html/.test(p.header('Content-Type') ?? ''),
    'came within 2 s': (p) => p.timings.duration < 2000
  });

  log.kv({ code: page.code, milliseconds: page.timings.duration, bytes: page.body.length }).info(`fetched ${target}`);
}
