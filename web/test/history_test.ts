import assert from 'node:assert/strict';
import { test } from 'node:test';
import { to_rollup_series } from '../src/series';
import { badness, class_totals, count_runs, fill, step_for, to_days } from '../src/stretches';
import type { Stretch } from '../src/stretches';
import type { Rollup } from '../src/types';
import {
  dragged,
  moved,
  range_of,
  read_chosen,
  scaled,
  source_of,
  usual_window,
  window_search,
  zoomed_search,
} from '../src/windows';
import { run } from './samples';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const noon = Date.parse('2026-05-01T12:00:00Z');

test('the address chooses a window, or a stretch that was zoomed into', () => {
  assert.deepEqual(read_chosen('?window=7d', '24h'), { key: '7d' });
  const from = Date.parse('2026-05-01T00:00:00Z');
  const search = zoomed_search('?window=7d&status=failed', { from, to: from + hour });
  assert.equal(search, '?status=failed&from=2026-05-01T00%3A00%3A00.000Z&to=2026-05-01T01%3A00%3A00.000Z');
  assert.deepEqual(read_chosen(search, '24h'), { from, to: from + hour });
  assert.equal(window_search(search, '30d'), '?status=failed&window=30d');
  for (const nonsense of ['', '?window=8d', '?from=x&to=y', '?from=2026-05-02&to=2026-05-01', '?from=2000-01-01&to=2026-01-01']) {
    assert.deepEqual(read_chosen(nonsense, '24h'), { key: '24h' }, nonsense);
  }
});

test('a window ends with the minute that goes on', () => {
  assert.deepEqual(range_of({ key: '1h' }, noon + 1), { from: noon + minute - hour, to: noon + minute });
  assert.deepEqual(range_of({ key: '24h' }, noon), { from: noon - day, to: noon });
});

test('a rare test is shown over more days', () => {
  assert.equal(usual_window(10_000), '1h');
  assert.equal(usual_window(5 * minute), '24h');
  assert.equal(usual_window(hour), '7d');
  assert.equal(usual_window(day), '90d');
  assert.equal(usual_window(30 * day), '90d');
});

test('zooming keeps the middle, a minute at least, and the past', () => {
  const range = { from: noon - 4 * hour, to: noon - 2 * hour };
  assert.deepEqual(scaled(range, 0.5, noon), { from: noon - 3.5 * hour, to: noon - 2.5 * hour });
  assert.deepEqual(scaled(range, 8, noon), { from: noon - 16 * hour, to: noon });
  assert.deepEqual(scaled({ from: noon - minute, to: noon }, 0.5, noon), { from: noon - minute, to: noon });
  assert.deepEqual(moved(range, -0.5, noon), { from: noon - 5 * hour, to: noon - 3 * hour });
  assert.deepEqual(moved(range, 2, noon), { from: noon - 2 * hour, to: noon });
  assert.deepEqual(dragged(noon + hour, noon), { from: noon, to: noon + hour });
  assert.deepEqual(dragged(noon, noon), { from: noon - minute / 2, to: noon + minute / 2 });
});

test('few runs are read one by one, many as about a hundred stretches', () => {
  assert.deepEqual(source_of({ from: 0, to: hour }, 1), { of: 'runs' });
  assert.deepEqual(source_of({ from: 0, to: day }, 30_000), { of: 'runs' });
  assert.deepEqual(source_of({ from: 0, to: day }, 10_000), { of: 'rollups', step_hours: 1 });
  assert.deepEqual(source_of({ from: 0, to: 7 * day }, 10_000), { of: 'rollups', step_hours: 2 });
  assert.deepEqual(source_of({ from: 0, to: 90 * day }, 10_000), { of: 'rollups', step_hours: 24 });
});

const stretch = (given: Partial<Stretch>): Stretch => ({
  from: 0,
  to: hour,
  runs: 1,
  failed: 0,
  untold: 0,
  classes: {},
  ...given,
});

test('runs are counted by stretch, and stretches without any are there too', () => {
  const at = (minutes: number): string => new Date(noon + minutes * minute).toISOString();
  const counted = count_runs(
    [
      run({ start_at: at(31), status: 'failed', class: 'dns' }),
      run({ start_at: at(30), status: 'interrupted', class: 'interrupted' }),
      run({ start_at: at(1), status: 'running' }),
      run({ start_at: at(2) }),
      run({ start_at: at(3), status: 'skipped', skip_reason: 'no user' }),
    ],
    15 * minute,
  );
  assert.deepEqual(
    counted.map(({ from, runs, failed, untold, classes }) => [from - noon, runs, failed, untold, classes]),
    [
      [0, 2, 0, 1, {}],
      [30 * minute, 2, 1, 1, { dns: 1, interrupted: 1 }],
    ],
  );
  const all = fill({ from: noon, to: noon + hour }, 15 * minute, counted);
  assert.deepEqual(
    all.map(({ runs }) => runs),
    [2, 0, 2, 0],
  );
  assert.deepEqual(class_totals([...counted, stretch({ classes: { dns: 4, tls: 2 } })]), [
    ['dns', 5],
    ['tls', 2],
    ['interrupted', 1],
  ]);
  assert.equal(step_for({ from: 0, to: day }, 72), 30 * minute);
});

test('hours stand in the rows of their days, the newest first', () => {
  const now = new Date(2026, 4, 3, 10).getTime();
  const at = (d: number, h: number): Stretch => stretch({ from: new Date(2026, 4, d, h).getTime(), failed: d });
  const days = to_days([at(1, 23), at(3, 0), at(3, 0), at(2, 5), at(25, 1), stretch({ from: now, runs: 0 })], now, 3);
  assert.deepEqual(
    days.map(({ at: date }) => date.getDate()),
    [3, 2, 1],
  );
  assert.equal(days[0]?.hours[0]?.failed, 6);
  assert.equal(days[0]?.hours[10], null);
  assert.equal(days[1]?.hours[5]?.failed, 2);
  assert.equal(days[2]?.hours[23]?.failed, 1);
  assert.equal(days.flatMap(({ hours }) => hours).filter((cell) => cell !== null).length, 3);
});

test('an hour is as bad as the share of its runs that failed, interrupted and skipped ones left out', () => {
  const rows: [Partial<Stretch>, number][] = [
    [{ runs: 10 }, 0],
    [{ runs: 100, failed: 5 }, 1],
    [{ runs: 100, failed: 6 }, 2],
    [{ runs: 4, failed: 3 }, 3],
    [{ runs: 4, failed: 3, untold: 1 }, 4],
    [{ runs: 2, untold: 2 }, 0],
  ];
  for (const [given, expected] of rows) assert.equal(badness(stretch(given)), expected, JSON.stringify(given));
});

test('rollups without a verdict draw no point', () => {
  const rollup = (since: number, p99: number | null): Rollup => ({
    ...stretch({}),
    since: new Date(since).toISOString(),
    until: new Date(since + hour).toISOString(),
    passed: 1,
    interrupted: 0,
    skipped: 0,
    uptime: null,
    duration_ms: p99 === null ? null : { mean: 1, p50: 10, p90: 20, p95: 30, p99, max: p99 },
  });
  const series = to_rollup_series([rollup(0, 40), rollup(hour, null), rollup(2 * hour, 100)]);
  assert.deepEqual(series.at, [1800, 9000]);
  assert.deepEqual(series.p99_ms, [40, 100]);
  assert.ok(series.top_ms > 100 && series.top_ms < 130);
});
