// Which canaries run, and how often.
//
// The daemon runs this file once at start and again at each reload (SIGHUP). Paths are relative to --work.dir, which
// `./dev run` sets to the root of the repository. All of these work offline: they watch the daemon's own API. The
// intervals are short so that there is something to see within seconds; a product's canaries seldom need to run more
// than once in 10 s.

settings({
  name: 'Example Canary',
  defaults: { frequency: '15s', timeout: '10s', owner: 'canaries@example.com', labels: { team: 'canaries', tier: '2' } }
});

// The first steps.
register_test({ name: 'hello world', frequency: '10s' }, file('scripts/hello-world.js'));
register_test({ name: 'http demonstration', frequency: '10s' }, file('scripts/http-demonstration.js'));
register_test({ name: 'always pass', frequency: '5s' }, file('scripts/always-pass.js'));

// These two fail, and are meant to.
register_test({ name: 'always fail', frequency: '30s' }, file('scripts/always-fail.js'));
register_test({ name: 'error thrown', frequency: '30s' }, file('scripts/error-thrown.js'));

// The daemon watches itself.
register_test(
  {
    name: 'readiness',
    labels: { tier: '1' }, // goes over the defaults', so that the team stays
    description: 'Whether the daemon has its configuration and its database',
    runbook: 'https://example.com/runbooks/readiness'
  },
  file('scripts/readiness.js'));
register_test({ name: 'steps and checks' }, file('scripts/steps-and-checks.js'));
register_test({ name: 'latency budget' }, file('scripts/latency-budget.js'));
register_test({ name: 'test listing' }, file('scripts/test-listing.js'));
register_test({ name: 'metrics page' }, file('scripts/metrics-page.js'));
register_test({ name: 'graphql agrees' }, file('scripts/graphql-agrees.js'));
register_test({ name: 'error pages', frequency: '30s' }, file('scripts/error-pages.js'));
register_test({ name: 'web page', frequency: '30s' }, file('scripts/web-page.js'));
register_test({ name: 'closed port', frequency: '30s', timeout: '5s' }, file('scripts/closed-port.js'));

// Two that share a file: scripts/lib/api.js.
register_test({ name: 'shared code' }, file('scripts/shared-code.js'));
register_test({ name: 'recent runs', frequency: '30s' }, file('scripts/recent-runs.ts'));

// Flows. They wait for other runs, so they are given more time than their interval would suggest.
register_test({ name: 'start a run', frequency: '20s', timeout: '15s' }, file('scripts/start-a-run.js'));
register_test({ name: 'schedule moves', frequency: '30s', timeout: '25s' }, file('scripts/schedule-moves.js'));

// scripts/disk-space.js and scripts/remote-uptime.js run programs, which the daemon must be told to allow (--allow.exec).

// Needs a shop to log in to: see the head of the script.
register_test(
  { name: 'login', frequency: '20s', timeout: '15s', concurrency: 'forbid', paused: !std.os.getenv('SHOP_URL') },
  file('scripts/login.js'));
