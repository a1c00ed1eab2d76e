// Values for tests, whole, of which a test names only what it is about.
import type { HttpExchange, LogLine, Outcome, OverviewTest, RunSummary, Status } from '../src/types';

export const run = (given: Partial<RunSummary> = {}): RunSummary => ({
  id: '0190-1',
  test: 'a',
  status: 'passed',
  class: '',
  fail_cause: null,
  skip_reason: null,
  start_at: '2026-05-01T12:00:00Z',
  end_at: '2026-05-01T12:00:01Z',
  duration_ms: 1000,
  lateness_ms: 0,
  trigger: 'schedule',
  attempt: 1,
  ...given,
});

export const outcome = (given: Partial<Outcome> = {}): Outcome => ({
  id: '0190-1',
  status: 'passed',
  class: '',
  start_at: '2026-05-01T12:00:00Z',
  duration_ms: 100,
  ...given,
});

export const test_of = (given: Partial<OverviewTest> = {}): OverviewTest => ({
  name: 'a',
  path: 'a.js',
  description: '',
  owner: '',
  runbook: '',
  labels: {},
  state: 'up',
  state_since: null,
  frequency: '10s',
  frequency_ms: 10_000,
  timeout: '5s',
  timeout_ms: 5_000,
  concurrency: 'forbid',
  paused: false,
  paused_by: null,
  maintenance: null,
  memory_limit_bytes: 1,
  next_run_at: null,
  running: [],
  queued: 0,
  skipped: 0,
  last: null,
  last_success_at: null,
  first_failure: null,
  uptime: { '24h': null, '7d': null, '30d': null },
  p50_ms: null,
  p95_ms: null,
  outcomes: [],
  ...given,
});

export const status_of = (tests: Partial<Status['tests']>): Status => ({
  name: 'shop',
  version: '1',
  commit: '',
  now: '2026-05-01T12:00:00Z',
  started_at: '2026-05-01T12:00:00Z',
  uptime_seconds: 1,
  config: { file: 'config.js', loaded_at: null, last_reload_successful: true, last_reload_error: null },
  tests: { total: 0, up: 0, down: 0, unknown: 0, paused: 0, maintenance: 0, ...tests },
  runs: { running: 0, queued: 0 },
  store: { runs: 0, size_bytes: 0, queue_length: 0, dropped: 0 },
  events: { last_id: '1-0', readers: 0, dropped: 0 },
});

export const request = (started: string, timings: Partial<HttpExchange['timings']>): HttpExchange => ({
  started,
  method: 'GET',
  url: 'https://a.example/',
  code: 200,
  proto: 'HTTP/1.1',
  remote_ip: '192.0.2.1',
  remote_port: 443,
  reused: false,
  timings: {
    blocked: 0,
    looking_up: 0,
    connecting: 0,
    tls_handshaking: 0,
    sending: 0,
    waiting: 0,
    receiving: 0,
    duration: 0,
    ...timings,
  },
  bytes_sent: 1,
  bytes_received: 1,
  error: null,
  tls: null,
});

export const line = (level: LogLine['level']): LogLine => ({
  at: '2026-05-01T12:00:00Z',
  level,
  message: level,
  fields: {},
});
