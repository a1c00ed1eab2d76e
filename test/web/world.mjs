// A pretended daemon's tests and runs, told apart from how they are served.
import { Inventor, iso } from './inventor.mjs';

export class World extends Inventor {
  /** `source` is the script of every test that brings none. */
  constructor(source = '') {
    super();
    this.source = source;
    this.started_at = Date.now() - 3 * 86_400_000;
    this.tests = new Map();
    this.runs = [];
    this.reload_failed = null;
    this.told = [];
    this.listeners = new Set();
    this.max_page = 5;
    this.refuse_runs = null;
    this.refuse_pause = null;
  }

  /** Something happened: it is kept for readers that come back, and told to those that are there. */
  tell(name, data) {
    const event = { id: `${this.started_at}-${this.told.length + 1}`, name, data };
    this.told.push(event);
    for (const listener of this.listeners) listener(event);
  }

  last_event() {
    return `${this.started_at}-${this.told.length}`;
  }

  get reload_error() {
    return this.reload_failed;
  }
  set reload_error(error) {
    this.reload_failed = error;
    const at = iso(Date.now());
    this.tell('config_reloaded', { successful: error === null, error, tests: this.tests.size, at });
  }

  /** Does `change`, and tells what it did to the test's state. */
  telling_state(test, change) {
    const from = this.listeners.size > 0 ? this.view(test).state : null;
    change();
    const to = from && this.view(test).state;
    if (from !== to) this.tell('test_state', { test, from, to, at: iso(Date.now()) });
  }

  add(name, definition = {}) {
    this.tests.set(name, {
      name,
      path: 'scripts/' + (name.replace(/\W+/g, '-').toLowerCase() || 'test') + '.js',
      frequency: '10s',
      frequency_ms: 10_000,
      timeout: '5s',
      timeout_ms: 5_000,
      concurrency: 'forbid',
      paused: false,
      typical_ms: 90,
      skipped: 0,
      next_run_at: Date.now() + 10_000,
      config_line: 4 + this.tests.size * 6,
      source: this.source,
      ...definition,
    });
    return this;
  }

  /** A whole run that ended; `given` overrides any of its members. */
  ran(test, at, given = {}) {
    const typical = this.tests.get(test).typical_ms;
    const duration_ms = given.duration_ms ?? typical * (0.8 + this.roll() ** 3 * 1.6);
    const status = given.status ?? 'passed';
    const run = {
      id: this.id(at),
      test,
      status,
      class: '',
      fail_cause: null,
      skip_reason: null,
      start_at: at,
      end_at: at + duration_ms,
      duration_ms,
      lateness_ms: this.roll() * 2.4,
      trigger: 'schedule',
      attempt: 1,
      logs: [],
      logs_dropped: 0,
      requests: [],
      requests_dropped: 0,
      steps: [],
      steps_dropped: 0,
      checks: [],
      checks_dropped: 0,
      error: null,
      error_code: null,
      usage: status === 'running' ? null : this.usage(duration_ms),
      ...given,
    };
    run.duration_ms = run.status === 'running' ? null : duration_ms;
    if (run.status === 'running') run.end_at = null;
    if (run.requests.length === 0 && given.requests === undefined && run.status !== 'running')
      run.requests = this.trace(run);
    if (run.logs.length === 0 && given.logs === undefined && run.status !== 'running') run.logs = this.log(run);
    this.telling_state(test, () => this.runs.push(run));
    if (this.listeners.size > 0) {
      const name = run.status === 'running' ? 'run_started' : 'run_finished';
      this.tell(name, this.summary(run));
    }
    return run;
  }

  /** `count` runs in the past, one each `every` ms; `outcome(i)` overrides the i-th, the newest being 0. */
  history(test, count, every, outcome = () => ({})) {
    for (let i = count - 1; i >= 0; i -= 1) this.ran(test, Date.now() - i * every - every / 2, outcome(i));
    return this;
  }

  summary(run) {
    const {
      id,
      test,
      status,
      class: kind,
      fail_cause,
      skip_reason,
      start_at,
      end_at,
      duration_ms,
      lateness_ms,
      trigger,
      attempt,
    } = run;
    return {
      id,
      test,
      status,
      class: kind,
      fail_cause,
      skip_reason,
      start_at: iso(start_at),
      end_at: iso(end_at),
      duration_ms,
      lateness_ms,
      trigger,
      attempt,
    };
  }

  run(id) {
    const run = this.runs.find((each) => each.id === id);
    if (!run) return null;
    const { usage, logs_dropped, requests_dropped, steps_dropped, checks_dropped, error, error_code } = run;
    return {
      ...this.summary(run),
      usage,
      logs_dropped,
      requests_dropped,
      error_code,
      error,
      logs: run.logs.map((line) => ({ ...line, at: iso(line.at) })),
      requests: run.requests.map((each) => ({ ...each, started: iso(each.started) })),
      steps: run.steps.map((each) => ({ ...each, started: iso(each.started) })),
      steps_dropped,
      checks: run.checks.map((each) => ({ ...each, at: iso(each.at) })),
      checks_dropped,
    };
  }

  view(name) {
    const test = this.tests.get(name);
    const runs = this.runs.filter((run) => run.test === name).sort((a, b) => a.start_at - b.start_at);
    const ended = runs.filter((run) => run.status !== 'running');
    const recent = ended.slice(-60);
    const last = ended[ended.length - 1] ?? null;
    const verdicts = ended.filter(({ status }) => status !== 'interrupted' && status !== 'skipped');
    const newest = verdicts[verdicts.length - 1];
    const state = test.paused ? 'paused' : test.maintenance ? 'maintenance' : !newest ? 'unknown' : newest.status === 'passed' ? 'up' : 'down';
    let since = null;
    for (let i = verdicts.length - 1; i >= 0 && verdicts[i].status === newest.status; i -= 1)
      since = verdicts[i].start_at;
    const durations = recent.map((run) => run.duration_ms).sort((a, b) => a - b);
    const success = ended.filter((run) => run.status === 'passed').pop();
    return {
      name,
      path: test.path,
      description: test.description ?? '',
      owner: test.owner ?? '',
      runbook: test.runbook ?? '',
      labels: test.labels ?? {},
      state,
      state_since: state === 'maintenance' ? test.maintenance.since : iso(since),
      frequency: test.frequency,
      frequency_ms: test.frequency_ms,
      timeout: test.timeout,
      timeout_ms: test.timeout_ms,
      concurrency: test.concurrency,
      paused: test.paused,
      paused_by: test.paused ? (test.paused_by ?? 'request') : null,
      maintenance: test.maintenance ?? null,
      memory_limit_bytes: 64 << 20,
      next_run_at: test.paused ? null : iso(test.next_run_at),
      running: runs.filter((run) => run.status === 'running').map((run) => run.id),
      queued: 0,
      skipped: test.skipped,
      last: last && this.summary(last),
      last_success_at: success ? iso(success.end_at) : null,
      recent_p50_ms: durations.length ? durations[durations.length >> 1] : null,
      recent: recent.map((run) => ({
        id: run.id,
        status: run.status,
        class: run.class,
        start_at: iso(run.start_at),
        duration_ms: run.duration_ms,
      })),
    };
  }

  /** As /api/v1/overview has it. */
  overview(name, with_outcomes) {
    const { recent, recent_p50_ms, ...view } = this.view(name);
    const all = this.runs.filter((run) => run.test === name && run.status !== 'running');
    const row = all.sort((a, b) => b.start_at - a.start_at);
    const turned = row.findIndex((run) => run.status === 'passed');
    const first = view.state === 'down' ? row[(turned < 0 ? row.length : turned) - 1] : null;
    const uptime = (hours) => {
      const counted = row.filter(
        ({ start_at, status }) => start_at > Date.now() - hours * 3_600_000 && status !== 'interrupted' && status !== 'skipped',
      );
      return counted.length ? counted.filter(({ status }) => status === 'passed').length / counted.length : null;
    };
    const durations = recent.map((run) => run.duration_ms).sort((a, b) => a - b);
    const quantile = (share) => durations[Math.floor((durations.length - 1) * share)] ?? null;
    return {
      ...view,
      first_failure: first?.id ?? null,
      uptime: { '24h': uptime(24), '7d': uptime(168), '30d': uptime(720) },
      p50_ms: quantile(0.5),
      p95_ms: quantile(0.95),
      ...(with_outcomes && {
        outcomes: recent.map((run) => [run.id, run.status, run.class, Date.parse(run.start_at), run.duration_ms]),
      }),
    };
  }

  detail(name) {
    const { source, config_line } = this.tests.get(name);
    return { ...this.view(name), source, config_file: 'config/config.js', config_line };
  }

  status() {
    const views = [...this.tests.keys()].map((name) => this.view(name));
    const count = (state) => views.filter((view) => view.state === state).length;
    return {
      name: 'shop production',
      version: '0.1.0',
      commit: 'e0cfd5d4a1b2',
      now: iso(Date.now()),
      started_at: iso(this.started_at),
      uptime_seconds: (Date.now() - this.started_at) / 1000,
      config: {
        file: 'config/config.js',
        loaded_at: iso(this.started_at),
        last_reload_successful: this.reload_error === null,
        last_reload_error: this.reload_error,
      },
      tests: {
        total: views.length,
        up: count('up'),
        down: count('down'),
        unknown: count('unknown'),
        paused: count('paused'),
        maintenance: count('maintenance'),
      },
      runs: { running: this.runs.filter((run) => run.status === 'running').length, queued: 0 },
      store: { runs: 1_204_331, size_bytes: 412_000_000, queue_length: 0, dropped: 0 },
      events: { last_id: this.last_event(), readers: this.listeners.size, dropped: 0 },
    };
  }

  /** Of one test, begun in [from, to). */
  runs_between(test, { from, to }) {
    return this.runs.filter((run) => run.test === test && run.start_at >= from && run.start_at < to);
  }

  set_paused(name, paused) {
    const test = this.tests.get(name);
    const changed = test.paused !== paused;
    this.telling_state(name, () => (test.paused = paused));
    return { name, state: this.view(name).state, paused, paused_by: paused ? 'request' : null, changed };
  }

  set_maintenance(name, maintenance) {
    const test = this.tests.get(name);
    const changed = Boolean(test.maintenance || maintenance);
    this.telling_state(name, () => (test.maintenance = maintenance));
    return { name, state: this.view(name).state, maintenance, changed };
  }

  list_runs({ test, status, class: kind, since, until, limit, cursor }) {
    const size = Math.min(Number(limit ?? 100) || 100, 1000);
    let runs = this.runs.filter((run) => !test || run.test === test).sort((a, b) => (a.id < b.id ? 1 : -1));
    if (cursor) runs = runs.filter((run) => run.id < cursor);
    if (since) runs = runs.filter((run) => run.start_at >= Date.parse(since));
    if (until) runs = runs.filter((run) => run.start_at < Date.parse(until));
    // As the real store: a filter that matches seldom gives up after a while, and its page may be short, even empty.
    const looked_at = runs.slice(0, status || kind ? 150 : size);
    const matches = (run) => (!status || run.status === status) && (!kind || run.class === kind);
    const found = looked_at.filter(matches).slice(0, size);
    const end = found.length === size ? found[found.length - 1] : looked_at[looked_at.length - 1];
    const more = end && runs[runs.length - 1].id !== end.id;
    return { runs: found.map((run) => this.summary(run)), next: more ? end.id : null };
  }

  /** What Run now does: a run by hand that ends a moment later. */
  start(name, lasts_ms = 400) {
    const run = this.ran(name, Date.now(), { status: 'running', trigger: 'manual', end_at: null });
    setTimeout(() => {
      this.telling_state(name, () => {
        run.status = 'passed';
        run.end_at = Date.now();
        run.duration_ms = run.end_at - run.start_at;
        run.usage = this.usage(run.duration_ms);
        run.logs = this.log(run);
        run.requests = this.trace(run);
      });
      this.tell('run_finished', this.summary(run));
    }, lasts_ms).unref();
    return run;
  }
}
