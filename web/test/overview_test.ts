import assert from 'node:assert/strict';
import { test } from 'node:test';
import { announcement } from '../src/announcement';
import type { LiveEvent } from '../src/events';
import { after_events, stale_overview, strip_of, with_outcomes_of } from '../src/overview';
import type { OverviewTest } from '../src/types';
import { offsets_of, row_at, window_of } from '../src/virtual';
import { run, test_of } from './samples';

function one(tests: OverviewTest[] | typeof stale_overview): OverviewTest {
  assert.ok(tests !== stale_overview);
  const [first] = tests;
  assert.ok(first);
  return first;
}

const down: LiveEvent = { kind: 'test_state', test: 'a', from: 'up', to: 'down', at: '2026-05-01T12:00:09Z' };
const failed = run({ id: '2', status: 'failed', class: 'dns', fail_cause: 'no such host', start_at: '2026-05-01T12:00:05Z' });
const failure: LiveEvent = { kind: 'run_finished', run: failed };

test('a run that starts is shown as running, and moves the next one on', () => {
  const before = [test_of({ next_run_at: '2026-05-01T12:00:00Z' }), test_of({ name: 'b' })];
  const begun = run({ id: '1', status: 'running', start_at: '2026-05-01T12:00:00.25Z', lateness_ms: 250 });
  const after = after_events(before, [{ kind: 'run_started', run: begun }]);
  assert.deepEqual(one(after).running, ['1']);
  assert.equal(one(after).next_run_at, '2026-05-01T12:00:10.000Z');
  assert.ok(after !== stale_overview && after[1] === before[1]);
  const by_hand = after_events(before, [{ kind: 'run_started', run: { ...begun, trigger: 'manual' } }]);
  assert.equal(one(by_hand).next_run_at, '2026-05-01T12:00:00Z');
});

test('a run that ends joins the strip, which keeps sixty', () => {
  const outcomes = Array.from({ length: 60 }, (_, i) => [`0${i}`, 'passed', '', i, 1] as OverviewTest['outcomes'][number]);
  const after = one(after_events([test_of({ running: ['2', '3'], outcomes })], [failure]));
  assert.deepEqual(after.running, ['3']);
  assert.equal(after.outcomes.length, 60);
  assert.deepEqual(after.outcomes[59], ['2', 'failed', 'dns', Date.parse(failed.start_at), 1000, 'no such host']);
  assert.equal(after.last?.fail_cause, 'no such host');
  assert.equal(strip_of(after).recent[59]?.fail_cause, 'no such host');
});

test('events that the data knows already change nothing', () => {
  const once = after_events([test_of({})], [failure, down]);
  assert.deepEqual(after_events([one(once)], [{ kind: 'run_started', run: failed }, failure, down]), once);
});

test('an incident begins with the run that failed, whichever of the two events comes first', () => {
  for (const events of [
    [failure, down],
    [down, failure],
  ]) {
    const after = one(after_events([test_of({ last: run({ id: '1' }) })], events));
    assert.equal(after.state, 'down');
    assert.equal(after.first_failure, '2');
    assert.equal(after.state_since, failed.start_at);
  }
});

test('the incident’s first run stays the first, and goes when it is over', () => {
  const before = one(after_events([test_of({})], [failure, down]));
  const second = run({ id: '3', status: 'failed' });
  const later = one(after_events([before], [{ kind: 'run_finished', run: second }]));
  assert.equal(later.first_failure, '2');
  assert.equal(later.last?.id, '3');
  const up = one(after_events([later], [{ ...down, from: 'down', to: 'up' } as LiveEvent]));
  assert.equal(up.first_failure, null);
});

test('what only the daemon knows makes the data stale', () => {
  const tests = [test_of({ state: 'paused', paused: true })];
  for (const event of [
    { kind: 'config_reloaded', successful: true, error: null, tests: 1, at: '' },
    { ...down, test: 'new' },
    { ...down, from: 'paused', to: 'up' },
    { ...down, from: 'paused', to: 'maintenance' },
  ] as LiveEvent[])
    assert.equal(after_events(tests, [event]), stale_overview, JSON.stringify(event));
  const refused: LiveEvent = { kind: 'config_reloaded', successful: false, error: 'x', tests: 1, at: '' };
  assert.equal(after_events(tests, [refused]), tests);
});

test('what is read without outcomes keeps those that are known', () => {
  const outcomes: OverviewTest['outcomes'] = [['1', 'passed', '', 1, 1]];
  const fresh = { ...test_of({ p50_ms: 7 }), outcomes: undefined } as unknown as OverviewTest;
  const after = one(with_outcomes_of([test_of({ outcomes })], [fresh]));
  assert.equal(after.p50_ms, 7);
  assert.equal(after.outcomes, outcomes);
});

test('only rows near the screen are drawn', () => {
  const offsets = offsets_of([40, 60, 60, 40, 60]);
  assert.deepEqual(offsets, [0, 40, 100, 160, 200, 260]);
  assert.deepEqual(
    [-5, 0, 39, 40, 159, 160, 259, 900].map((y) => row_at(offsets, y)),
    [0, 0, 0, 1, 2, 3, 4, 4],
  );
  assert.deepEqual(window_of(offsets, 100, 50, 0), { first: 2, end: 3 });
  assert.deepEqual(window_of(offsets, -500, 800, 0), { first: 0, end: 5 });
  assert.deepEqual(window_of(offsets, 5000, 100, 0), { first: 4, end: 5 });
  assert.deepEqual(window_of([0], 0, 100, 0), { first: 0, end: 0 });
  const many = offsets_of(Array.from({ length: 1000 }, () => 60));
  const { first, end } = window_of(many, 30_000, 860, 600);
  assert.ok(first <= 490 && end >= 515 && end - first < 40, `${first} to ${end}`);
});

test('changes of state are said aloud, and many of them in one sentence', () => {
  assert.equal(announcement([failure]), '');
  assert.equal(announcement([down, failure]), 'a is down now: no such host.');
  const many = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ ...down, test: name }) as LiveEvent);
  assert.equal(announcement(many), '5 tests are down now.');
});
