import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ms_after } from '../src/instants';
import { lay_out, round_ticks } from '../src/waterfall';
import { request } from './samples';

test('phases follow one another on the run’s time line', () => {
  const line = lay_out('2026-05-01T12:00:00.000Z', 100, [
    request('2026-05-01T12:00:00.020Z', { connecting: 10, waiting: 30, duration: 40 }),
  ]);
  assert.equal(line.span_ms, 100);
  const [placed] = line.requests;
  assert.deepEqual(
    placed?.segments.map(({ phase, start, width }) => [phase, start, width]),
    [
      ['connecting', 0.2, 0.1],
      ['waiting', 0.3, 0.3],
    ],
  );
  assert.equal(placed?.offset_ms, 20);
});

test('times are as fine as the API gives them', () => {
  const line = lay_out('2026-05-01T12:00:00.000900Z', 4, [
    request('2026-05-01T12:00:00.001100Z', { waiting: 0.5, duration: 0.5 }),
    request('2026-05-01T12:00:00.001850Z', { waiting: 0.5, duration: 0.5 }),
  ]);
  assert.deepEqual(
    line.requests.map(({ offset_ms, start }) => [offset_ms, start]),
    [
      [0.2, 0.05],
      [0.95, 0.2375],
    ],
  );
  for (const [from, to, ms] of [
    ['2026-05-01T12:00:00Z', '2026-05-01T12:00:01.000001Z', 1000.001],
    ['2026-05-01T12:00:00.999999Z', '2026-05-01T12:00:01Z', 0.001],
    ['2026-05-01T12:00:00.123456789Z', '2026-05-01T14:00:00.123456790+02:00', 0.000001],
    ['2026-05-01T12:00:01Z', '2026-05-01T12:00:00.5Z', 0],
    ['nonsense', '2026-05-01T12:00:00Z', 0],
  ] as const)
    assert.equal(ms_after(from, to), ms, `${from} to ${to}`);
});

test('a request that outlasts the run widens the line', () => {
  assert.equal(
    lay_out('2026-05-01T12:00:00Z', 10, [request('2026-05-01T12:00:00Z', { waiting: 50, duration: 50 })]).span_ms,
    50,
  );
});

test('odd times stay within the line', () => {
  const line = lay_out('2026-05-01T12:00:00Z', null, [
    request('2026-05-01T11:00:00Z', { waiting: 5, duration: 5 }),
    request('nonsense', { waiting: -1, duration: 0 }),
  ]);
  for (const { start, width } of line.requests) assert.ok(start >= 0 && start <= 1 && width >= 0 && width <= 1);
  assert.deepEqual(line.requests[1]?.segments, []);
});

test('marks are round and few', () => {
  assert.deepEqual(round_ticks(100), [0, 50, 100]);
  assert.deepEqual(round_ticks(666), [0, 200, 400, 600]);
  for (const span of [0.003, 1, 7, 12_345, 1e9]) {
    const ticks = round_ticks(span);
    assert.ok(ticks.length >= 2 && ticks.length <= 6, `${span}: ${ticks}`);
  }
  assert.deepEqual(round_ticks(0), [0]);
});
