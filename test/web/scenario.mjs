// The tests and runs of the pretended daemon: what is up, down, flaky, running, never run, paused, hostile.
import { readFileSync } from 'node:fs';
import { World } from './world.mjs';

const checkout_source = readFileSync(new URL('./fixtures/checkout.js', import.meta.url), 'utf8');

function excerpt(source, line, column) {
  const lines = source.split('\n');
  const out = [];
  for (let n = Math.max(1, line - 3); n <= Math.min(lines.length, line + 3); n += 1) {
    out.push(`${n === line ? '>' : ' '} ${String(n).padStart(3)} | ${lines[n - 1]}`);
    if (n === line) out.push(`      | ${' '.repeat(column - 1)}^`);
  }
  return out.join('\n');
}

/** The world that is looked at during development, and tested. */
export function make_world() {
  const world = new World(checkout_source);
  const cause = 'check "order is placed" failed: expected 201, got 503 from POST https://shop.example/api/orders';
  const broken = (at) => checkout_failure(world, at, cause);

  world.add('checkout flow', {
    typical_ms: 640,
    frequency: '30s',
    frequency_ms: 30_000,
    path: 'scripts/checkout.js',
    description: 'Buys three things as a customer does, and never pays.',
    labels: { team: 'shop', tier: '1', region: 'eu-west' },
    owner: 'shop on call',
    runbook: 'https://wiki.example/checkout',
  });
  world.history('checkout flow', 320, 30_000, (i) =>
    i < 23
      ? broken(Date.now() - i * 30_000 - 15_000)
      : i === 71
        ? { status: 'failed', class: 'timeout', fail_cause: 'timeout: the run took longer than 5s', duration_ms: 5000 }
        : i === 50
          ? { status: 'interrupted', class: 'interrupted', fail_cause: 'canaryd was stopped' }
          : steps_of_pass(world, Date.now() - i * 30_000 - 15_000),
  );

  world.add('tls certificate', { typical_ms: 45, frequency: '1m', frequency_ms: 60_000, labels: { team: 'edge' } });
  world.history('tls certificate', 40, 60_000, (i) =>
    i < 2
      ? {
          status: 'failed',
          class: 'tls',
          fail_cause:
            'GET https://old.shop.example/: certificate has expired (CN=old.shop.example, expired 2026-11-22)',
          duration_ms: 31,
        }
      : {},
  );

  world.add('<script>alert(1)</script>', { typical_ms: 12, path: '"><img src=x onerror=alert(2)>.js' });
  world.history('<script>alert(1)</script>', 9, 10_000, (i) =>
    i % 2 === 0 ? hostile_failure(world, Date.now() - i * 10_000 - 5_000) : {},
  );

  world.add('homepage', { typical_ms: 84, labels: { team: 'shop', tier: '1' } }).history('homepage', 60, 10_000);
  world
    .add('api/users: list & search', { typical_ms: 133, path: 'scripts/api/users.js' })
    .history('api/users: list & search', 60, 10_000);
  world.add('login', {
    typical_ms: 410,
    frequency: '20s',
    frequency_ms: 20_000,
    labels: { team: 'accounts', tier: '1' },
  });
  world.history('login', 130, 20_000, (i) =>
    i % 17 === 3
      ? {
          status: 'failed',
          class: 'connect',
          fail_cause: 'GET https://auth.shop.example/: connection refused (192.0.2.44 port 443)',
          duration_ms: 22,
        }
      : {},
  );
  world.add('search index (eu-west)', {
    typical_ms: 2100,
    frequency: '1m',
    frequency_ms: 60_000,
    timeout: '30s',
    timeout_ms: 30_000,
  });
  world.history('search index (eu-west)', 35, 60_000);
  world.ran('search index (eu-west)', Date.now() - 1500, { status: 'running' });
  world.add('dns', { typical_ms: 3.2, concurrency: 'allow' }).history('dns', 60, 10_000);
  world
    .add('café – ünïcode ✓ 100%', { typical_ms: 51 })
    .history('café – ünïcode ✓ 100%', 60, 10_000, (i) =>
      i === 22 ? { status: 'interrupted', class: 'interrupted', fail_cause: 'canaryd was stopped' } : {},
    );
  world.add('warehouse inventory synchronisation between the central and the regional databases, read path', {
    typical_ms: 730,
    frequency: '5m',
    frequency_ms: 300_000,
    skipped: 4,
  });
  world.history(
    'warehouse inventory synchronisation between the central and the regional databases, read path',
    14,
    300_000,
  );
  world.add('nightly report', { frequency: '24h', frequency_ms: 86_400_000, next_run_at: Date.now() + 3 * 3_600_000 });
  world.add('billing export', { paused: true, paused_by: 'configuration', frequency: '1h', frequency_ms: 3_600_000, typical_ms: 900 });
  world.history('billing export', 20, 3_600_000);
  return world;
}

/** Thirty days of a run each half an hour, of which some failed at night. */
export function older_history(world, name) {
  for (let at = Date.now() - 30 * 86_400_000; at < Date.now() - 3 * 3_600_000; at += 1_800_000) {
    const hour = new Date(at).getHours();
    const roll = world.roll();
    const bad = roll < (hour === 3 ? 0.55 : hour === 4 ? 0.2 : 0.01);
    const kind = ['timeout', 'connect', 'assert'][Math.floor(world.roll() * 3)];
    world.ran(name, at, {
      duration_ms: 480 + 240 * Math.sin(hour / 3.8) ** 2 + world.roll() ** 4 * 700,
      requests: [],
      logs: [],
      ...(bad ? { status: 'failed', class: kind, fail_cause: `${kind}: the night's backup held it up` } : {}),
    });
  }
}

const step = (at, name, from, duration_ms, given = {}) => ({
  name,
  started: at + from,
  duration_ms,
  status: 'passed',
  cleanup: false,
  parent: null,
  error: null,
  ...given,
});

const check = (at, name, after, step_index, given = {}) => ({
  name,
  at: at + after,
  held: true,
  soft: false,
  step: step_index,
  ...given,
});

/** The checkout's steps; `order` is what became of the last but one. */
const steps_to = (at, order) => [
  step(at, 'open the shop', 1, 62),
  step(at, 'sign in', 64, 51),
  step(at, 'send the credentials', 65, 49, { parent: 1 }),
  step(at, 'fill the cart', 115, 152),
  step(at, 'show the cart', 116, 50, { parent: 3 }),
  step(at, 'ask what else to buy', 166, 97, { parent: 3 }),
  step(at, 'place the order', 269, 215, order),
];

function steps_of_pass(world, at) {
  return {
    duration_ms: 548 + world.roll() * 40,
    requests: [
      world.request(at + 2, 59, '/'),
      world.request(at + 65, 48, '/api/session', { method: 'POST', code: 201, reused: true }),
      world.request(at + 116, 3.4, '/cart', { code: 302, reused: true, bytes_received: 210 }),
      world.request(at + 120, 45, '/cart/8f1c?currency=EUR&items=3', { reused: true }),
      world.request(at + 166, 71, '/recommendations', {
        url: 'https://cdn.shop-static.example/recommendations.json',
      }),
      world.request(at + 270, 64, '/api/orders', { method: 'POST', code: 201, reused: true, bytes_received: 97 }),
    ],
    steps: [...steps_to(at, { duration_ms: 66 }), step(at, 'empty the cart', 490, 60, { cleanup: true })],
    checks: [
      check(at, 'the shop is open', 62, 0),
      check(at, 'signed in', 114, 2),
      check(at, 'recommendations within 80 ms', 263, 5, { soft: true }),
      check(at, 'order is placed', 334, 6),
    ],
  };
}

function checkout_failure(world, at, cause) {
  const line = 27;
  const requests = [
    world.request(at + 2, 61, '/'),
    world.request(at + 65, 48, '/api/session', { method: 'POST', code: 201, reused: true }),
    world.request(at + 116, 3.1, '/cart', { code: 302, reused: true, bytes_received: 210 }),
    world.request(at + 120, 44, '/cart/8f1c?currency=EUR&items=3', { reused: true }),
    world.request(at + 166, 96, '/recommendations', {
      reused: false,
      url: 'https://cdn.shop-static.example/recommendations.json',
      tls: { ...world.tls(at, false, 9), ocsp: 'none' },
    }),
    world.request(at + 270, 212, '/api/orders', { method: 'POST', code: 503, reused: true, bytes_received: 97 }),
    world.request(at + 486, 120, '/beacon', {
      url: 'https://stats.shop.example/beacon',
      code: 0,
      proto: '',
      bytes_received: 0,
      tls: null,
      timings: {
        blocked: 0,
        looking_up: 18,
        connecting: 102,
        tls_handshaking: 0,
        sending: 0,
        waiting: 0,
        receiving: 0,
        duration: 120,
      },
      error: {
        class: 'connect',
        message: 'GET https://stats.shop.example/beacon: connection refused (192.0.2.61 port 443)',
        error_code: 1212,
      },
    }),
  ];
  return {
    status: 'failed',
    class: 'assert',
    fail_cause: cause,
    duration_ms: 611 + world.roll() * 60,
    requests,
    steps: [
      ...steps_to(at, { status: 'failed', error: cause }),
      step(at, 'confirm by mail', 484, 0, { status: 'skipped', error: 'the step before it failed' }),
      step(at, 'empty the cart', 486, 121, { cleanup: true }),
    ],
    checks: [
      check(at, 'the shop is open', 62, 0),
      check(at, 'signed in', 114, 2),
      check(at, 'recommendations within 80 ms', 263, 5, { held: false, soft: true }),
      check(at, 'order is placed', 483, 6, { held: false }),
    ],
    logs: [
      { at: at + 1, level: 'debug', message: 'seed 4711', fields: {} },
      { at: at + 63, level: 'info', message: 'front page is there', fields: { bytes: 18432, cached: false } },
      { at: at + 114, level: 'info', message: 'signed in', fields: { user: 'canary-17', roles: ['buyer', 'tester'] } },
      { at: at + 165, level: 'info', message: 'cart holds 3 items', fields: { total: '58.40 EUR' } },
      { at: at + 263, level: 'warn', message: 'recommendations took 96 ms, more than the 80 ms hoped for', fields: {} },
      {
        at: at + 484,
        level: 'error',
        message: 'order refused: {"error":"upstream unavailable","upstream":"payments","retry_after":30}',
        fields: { code: 503, attempt: 1 },
      },
      { at: at + 608, level: 'error', message: cause, fields: {} },
    ],
    error: {
      message: cause,
      expected: '{\n  "status": 201,\n  "order": {\n    "state": "placed",\n    "total": "58.40 EUR"\n  }\n}',
      actual:
        '{\n  "status": 503,\n  "order": {\n    "state": "refused",\n    "total": "58.40 EUR"\n  },\n  "upstream": "payments"\n}',
      file: 'scripts/checkout.js',
      line,
      column: 3,
      excerpt: excerpt(checkout_source, line, 3),
      stack: `Error: ${cause}\n    at place_order (scripts/checkout.js:27)\n    at checkout (scripts/checkout.js:34)\n    at [anon] (scripts/checkout.js:38) preventsyield`,
    },
  };
}

function hostile_failure(world, at) {
  const nasty = '<img src=x onerror="document.title=\'pwned\'"> \u202Egnp.exe ' + 'A'.repeat(400);
  return {
    status: 'failed',
    class: 'assert',
    fail_cause: nasty,
    duration_ms: 12,
    requests: [world.request(at, 10, '/', { url: 'javascript:alert(1)//' + 'x'.repeat(300), method: '<b>GET</b>' })],
    logs: [
      {
        at,
        level: 'info',
        message: '</script><script>alert(3)</script>\u0000\u001b[31mred',
        fields: { '<i>': '<u>', constructor: null, nested: { a: [1, '<s>'] } },
      },
    ],
    error: {
      message: nasty,
      stack: '<svg onload=alert(4)>\n'.repeat(3),
      file: '../../etc/passwd',
      line: 2,
      column: 1,
      excerpt: '> 2 | <script>alert(5)</script>\nnot a numbered line </pre>',
    },
  };
}
