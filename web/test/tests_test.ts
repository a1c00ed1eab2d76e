import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bar_height, longest_pass, uptime_quality, verdict_of } from '../src/tests';
import { outcome } from './samples';

test('one test down is down; nothing known is unknown', () => {
  assert.equal(verdict_of({ up: 8, down: 1 }), 'down');
  assert.equal(verdict_of({ up: 1, down: 0 }), 'up');
  assert.equal(verdict_of({ up: 0, down: 0 }), 'unknown');
});

test('an uptime is good, fair or poor, and none is neither', () => {
  assert.deepEqual([1, 0.995, 0.9949, 0.95, 0.949, 0, null].map(uptime_quality), [
    'good',
    'good',
    'fair',
    'fair',
    'poor',
    'poor',
    'none',
  ]);
});

test('only what did not pass reaches the top of a strip', () => {
  assert.equal(bar_height(outcome({ status: 'failed', duration_ms: 1 }), 100), 1);
  assert.equal(bar_height(outcome({ duration_ms: 100 }), 100), 0.75);
  assert.equal(bar_height(outcome({ duration_ms: 0 }), 0), 0.3);
  assert.ok(bar_height(outcome({ duration_ms: 1e9 }), 100) < 0.8);
  assert.equal(longest_pass([outcome({ duration_ms: 5 }), outcome({ status: 'failed', duration_ms: 5000 })]), 5);
});
