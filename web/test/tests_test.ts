import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bar_height, failures_in_a_row, longest_pass, verdict } from '../src/tests';
import { outcome, status_of } from './samples';

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
