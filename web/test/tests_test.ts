import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bar_height,
  by_state_and_name,
  failures_in_a_row,
  keep_unchanged,
  longest_pass,
  matches,
  verdict,
} from '../src/tests';
import { outcome, run, status_of, test_of } from './samples';

test('what is broken comes first, then what is not known', () => {
  const sorted = [
    test_of({ name: 'paused', state: 'paused' }),
    test_of({ name: 'b10', state: 'up' }),
    test_of({ name: 'b9', state: 'up' }),
    test_of({ name: 'z', state: 'down' }),
    test_of({ name: 'm', state: 'unknown' }),
  ].sort(by_state_and_name);
  assert.deepEqual(
    sorted.map(({ name }) => name),
    ['z', 'm', 'b9', 'b10', 'paused'],
  );
});

test('each word of a search must be found', () => {
  const login = test_of({
    name: 'Login page',
    path: 'auth/login.js',
    last: run({ fail_cause: 'connection refused', class: 'connect' }),
  });
  for (const search of ['', 'login', 'PAGE log', 'auth', 'refused', 'up connect', '  '])
    assert.ok(matches(login, search), search);
  for (const search of ['logout', 'login down']) assert.ok(!matches(login, search), search);
});

test('a test that did not change stays the same object', () => {
  const before = [test_of({ name: 'a' }), test_of({ name: 'b' })];
  const now = keep_unchanged(before, [
    test_of({ name: 'b', queued: 1 }),
    test_of({ name: 'a' }),
    test_of({ name: 'c' }),
  ]);
  assert.equal(now[1], before[0]);
  assert.notEqual(now[0], before[1]);
  assert.equal(now.length, 3);
});

test('one test down is down; nothing known is unknown', () => {
  assert.equal(verdict(status_of({ total: 9, up: 8, down: 1 })), 'down');
  assert.equal(verdict(status_of({ total: 2, up: 1, unknown: 1 })), 'up');
  assert.equal(verdict(status_of({ total: 2, paused: 2 })), 'unknown');
  assert.equal(verdict(status_of({})), 'unknown');
});

test('only what did not pass reaches the top of a strip', () => {
  assert.equal(bar_height(outcome({ status: 'failed', duration_ms: 1 }), 100), 1);
  assert.equal(bar_height(outcome({ duration_ms: 100 }), 100), 0.75);
  assert.equal(bar_height(outcome({ duration_ms: 0 }), 0), 0.3);
  assert.ok(bar_height(outcome({ duration_ms: 1e9 }), 100) < 0.8);
  assert.equal(longest_pass([outcome({ duration_ms: 5 }), outcome({ status: 'failed', duration_ms: 5000 })]), 5);
});

test('failures are counted back from the newest', () => {
  const failed = outcome({ status: 'failed' });
  assert.equal(failures_in_a_row([failed, outcome(), failed, failed]), 2);
  assert.equal(failures_in_a_row([failed, outcome()]), 0);
  assert.equal(failures_in_a_row([]), 0);
});
