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
    labels: { team: 'shop', tier: '1' },
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
          : {},
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
  world.add('billing export', { paused: true, frequency: '1h', frequency_ms: 3_600_000, typical_ms: 900 });
  world.history('billing export', 20, 3_600_000);
  return world;
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
