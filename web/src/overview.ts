// The overview's data, and how events change it.
import type { LiveEvent } from './events';
import type { Outcome, OutcomeTuple, OverviewTest, RunSummary, TestState } from './types';

const strip_places = 60;

export const stale_overview = Symbol('stale');

const outcome_of = (run: RunSummary): OutcomeTuple => [
  run.id,
  run.status,
  run.class,
  Date.parse(run.start_at),
  run.duration_ms ?? 0,
  run.fail_cause ?? run.skip_reason,
];

function started(test: OverviewTest, run: RunSummary): OverviewTest {
  if (test.running.includes(run.id) || test.outcomes.some(([id]) => id === run.id)) return test;
  const out = { ...test, running: [...test.running, run.id] };
  // The schedule counts from when the run was due.
  const next = Date.parse(run.start_at) - run.lateness_ms + test.frequency_ms;
  const known = test.next_run_at === null ? null : Date.parse(test.next_run_at);
  if (run.trigger === 'schedule' && run.attempt === 1 && known !== null && next > known)
    out.next_run_at = new Date(next).toISOString();
  return out;
}

function finished(test: OverviewTest, run: RunSummary): OverviewTest {
  const out = { ...test };
  if (test.running.includes(run.id)) out.running = test.running.filter((id) => id !== run.id);
  if (test.outcomes.some(([id]) => id === run.id)) return out;
  out.outcomes = [...test.outcomes, outcome_of(run)].slice(-strip_places);
  if (!test.last || test.last.id < run.id) out.last = run;
  if (run.status === 'passed') out.last_success_at = run.end_at;
  return with_incident(out);
}

/** A test that is down has a run that this began with, and has been so since that run started. */
function with_incident(test: OverviewTest): OverviewTest {
  if (test.state !== 'down') return test.first_failure === null ? test : { ...test, first_failure: null };
  if (test.first_failure !== null || test.last?.status !== 'failed') return test;
  return { ...test, first_failure: test.last.id, state_since: test.last.start_at };
}

function turned(test: OverviewTest, to: TestState, at: string): OverviewTest {
  if (test.state === to) return test;
  const paused = to === 'paused';
  return with_incident({
    ...test,
    state: to,
    state_since: at,
    paused,
    maintenance: null,
    next_run_at: paused ? null : test.next_run_at,
    first_failure: null,
  });
}

/**
 * The tests after these events, the same object for each that they do not touch. Stale where they tell of something
 * that only the daemon knows: other tests, when a test that was paused is due, or how long a maintenance is.
 */
export function after_events(tests: OverviewTest[], events: LiveEvent[]): OverviewTest[] | typeof stale_overview {
  const places = new Map(tests.map(({ name }, place) => [name, place]));
  let out = tests;
  for (const event of events) {
    if (event.kind === 'missed') continue;
    if (event.kind === 'config_reloaded') {
      if (event.successful) return stale_overview;
      continue;
    }
    const place = places.get(event.kind === 'test_state' ? event.test : event.run.test);
    const before = place === undefined ? undefined : out[place];
    if (place === undefined || !before) return stale_overview;
    if (event.kind === 'test_state' && before.state === 'paused' && event.to !== 'paused') return stale_overview;
    if (event.kind === 'test_state' && event.to === 'maintenance') return stale_overview;
    const after =
      event.kind === 'test_state'
        ? turned(before, event.to, event.at)
        : event.kind === 'run_started'
          ? started(before, event.run)
          : finished(before, event.run);
    if (after === before) continue;
    if (out === tests) out = [...tests];
    out[place] = after;
  }
  return out;
}

/** As just read, but for the outcomes, which were not asked for. */
export function with_outcomes_of(before: OverviewTest[], now: OverviewTest[]): OverviewTest[] {
  const known = new Map(before.map((test) => [test.name, test.outcomes]));
  return now.map((test) => ({ ...test, outcomes: test.outcomes ?? known.get(test.name) ?? [] }));
}

const shown = new WeakMap<OverviewTest, { name: string; recent: Outcome[] }>();

/** What a strip is drawn from. */
export function strip_of(test: OverviewTest): { name: string; recent: Outcome[] } {
  const known = shown.get(test);
  if (known) return known;
  const recent = test.outcomes.map(([id, status, kind, start, duration_ms, fail_cause]) => ({
    id,
    status,
    class: kind,
    start_at: new Date(start).toISOString(),
    duration_ms,
    fail_cause: fail_cause ?? null,
  }));
  const strip = { name: test.name, recent };
  shown.set(test, strip);
  return strip;
}
