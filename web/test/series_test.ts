import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median, time_labels, to_series } from '../src/series';
import { run } from './samples';

test('a chart goes from old to new, passes apart from the rest', () => {
  const series = to_series([
    run({ id: 'd', status: 'running', duration_ms: null, start_at: '2026-05-01T12:00:30Z' }),
    run({ id: 'c', status: 'failed', duration_ms: 5000, start_at: '2026-05-01T12:00:20Z' }),
    run({ id: 'b', duration_ms: 30, start_at: '2026-05-01T12:00:10Z' }),
    run({ id: 'a', duration_ms: 10, start_at: '2026-05-01T12:00:00Z' }),
  ]);
  assert.deepEqual(
    series.runs.map(({ id }) => id),
    ['a', 'b', 'c'],
  );
  assert.deepEqual(series.passed_ms, [10, 30, null]);
  assert.deepEqual(series.failed_ms, [null, null, 5000]);
  assert.equal(series.median_ms, 20);
});

test('one timeout does not flatten the passes', () => {
  const { top_ms } = to_series([run({ status: 'failed', duration_ms: 60_000 }), run({ duration_ms: 100 })]);
  assert.equal(top_ms, 120);
  assert.equal(to_series([run({ status: 'failed', duration_ms: 500 })]).top_ms, 600);
  assert.ok(to_series([]).top_ms > 0);
});

test('two runs at one instant are two points', () => {
  const { at } = to_series([run({ id: 'b' }), run({ id: 'a' })]);
  assert.equal(at.length, 2);
  assert.ok((at[1] ?? 0) > (at[0] ?? 0));
});

test('the median of nothing is unknown', () => {
  assert.equal(median([]), null);
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1]), 2.5);
});

test('marks of time are as fine as they are close', () => {
  const at = (h: number, m: number, s: number) => new Date(2026, 4, 1, h, m, s).getTime() / 1000;
  assert.deepEqual(time_labels([at(12, 0, 0), at(12, 0, 15)]), ['12:00:00', '12:00:15']);
  assert.deepEqual(time_labels([at(12, 0, 0), at(12, 5, 0)]), ['12:00', '12:05']);
  assert.deepEqual(time_labels([at(0, 0, 0), at(6, 0, 0)]), ['05-01', '06:00']);
  assert.deepEqual(time_labels([]), []);
});
