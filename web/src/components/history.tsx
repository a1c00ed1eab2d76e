// How a test fared in a window of time: durations, and what failed.
import { useMemo } from 'preact/hooks';
import { get_rollups, get_runs } from '../api';
import type { LiveEvent } from '../events';
import { lazy } from '../lazy';
import { use_live, use_live_data } from '../live_hooks';
import { step } from '../router';
import { test_path } from '../routes';
import { to_rollup_series, to_series } from '../series';
import { count_runs, fill, step_for, stretch_of_rollup } from '../stretches';
import type { Rollup, RunSummary, Test } from '../types';
import { range_of, scaled, source_of, zoomed_search } from '../windows';
import type { Chosen, Range } from '../windows';
import { ClassBars } from './class_bars';
import type { Picture } from './plot';
import { use_rarely } from './rarely';
import { WindowBar } from './window_bar';

const LatencyChart = lazy(
  () => import('./chart').then((module) => module.LatencyChart),
  (content) => <div class="chart chart-waiting muted">{content}</div>,
);

interface Listed {
  of: 'runs';
  range: Range;
  /** Newest first. */
  runs: RunSummary[];
}

type Past = Listed | { of: 'rollups'; range: Range; step_ms: number; rollups: Rollup[] };

const page_size = 1000;
const most_pages = 5;
const most_listed = 1_000;
const most_bars = 72;

async function load_past(test: Test, range: Range, signal: AbortSignal): Promise<Past> {
  const source = source_of(range, test.frequency_ms);
  if (source.of === 'rollups') {
    const rollups = await get_rollups(test.name, { ...range, step_hours: source.step_hours }, signal);
    // A test that has not run for long, or not always so often, has few runs in a long window: each can be shown.
    if (rollups.reduce((sum, { runs }) => sum + runs, 0) > most_listed) {
      return { of: 'rollups', range, step_ms: source.step_hours * 3_600_000, rollups };
    }
  }
  const runs: RunSummary[] = [];
  let cursor: string | null | undefined;
  for (let i = 0; i < most_pages && cursor !== null; i += 1) {
    const bounds = { since: new Date(range.from).toISOString(), until: new Date(range.to).toISOString() };
    const page = await get_runs(test.name, { ...bounds, limit: page_size, ...(cursor ? { cursor } : {}) }, signal);
    runs.push(...page.runs);
    cursor = page.next;
  }
  return { of: 'runs', range, runs };
}

/** The runs of a window that goes on with the time, after others have ended; what was zoomed into stays as it is. */
function with_finished(past: Listed, test: string, events: LiveEvent[], chosen: Chosen, now: number): Past {
  const known = new Set(past.runs.map(({ id }) => id));
  const range = range_of(chosen, now);
  const fresh = events.flatMap((event) =>
    event.kind === 'run_finished' && event.run.test === test && Date.parse(event.run.start_at) < range.to && !known.has(event.run.id)
      ? [event.run]
      : [],
  );
  if (fresh.length === 0) return past;
  const kept = past.runs.filter(({ start_at }) => Date.parse(start_at) >= range.from);
  return { of: 'runs', range, runs: [...fresh.reverse(), ...kept] };
}

function Pictures({ test, chosen, search }: { test: Test; chosen: Chosen; search: string }) {
  const live = use_live();
  const path = test_path(test.name);
  const rarely = use_rarely<Past>(test.name, 60_000);
  const { data: past, refusal } = use_live_data<Past>(
    `${path}/past?${JSON.stringify(chosen)}`,
    (_, signal) => load_past(test, range_of(chosen, live.now()), signal),
    { apply: (known, events) => (known.of === 'rollups' ? rarely(known, events) : with_finished(known, test.name, events, chosen, live.now())) },
  );
  const picture = useMemo<Picture | null>(
    () =>
      past && (past.of === 'runs' ? { of: 'runs', series: to_series(past.runs) } : { of: 'rollups', series: to_rollup_series(past.rollups) }),
    [past],
  );
  const stretches = useMemo(() => {
    if (!past) return [];
    if (past.of === 'rollups') return fill(past.range, past.step_ms, past.rollups.map(stretch_of_rollup));
    const step = step_for(past.range, most_bars);
    return fill(past.range, step, count_runs(past.runs, step));
  }, [past]);
  if (!past || !picture) {
    return <p class="chart chart-waiting muted">{refusal ? refusal.message : 'Asking canaryd…'}</p>;
  }
  const zoom = (to: Range): void => step(path + zoomed_search(search, to));
  return (
    <>
      {picture.series.at.length > 0 ? (
        <LatencyChart
          picture={picture}
          range={past.range}
          zoom={zoom}
          scale={(factor) => zoom(scaled(past.range, factor, live.now()))}
        />
      ) : (
        <p class="chart chart-waiting muted">No run ended in this window.</p>
      )}
      <ClassBars stretches={stretches} path={path} search={search} />
    </>
  );
}

export function History({ test, chosen, search }: { test: Test; chosen: Chosen; search: string }) {
  const now = use_live().now();
  return (
    <section class="history" aria-labelledby="durations">
      <div class="section-head">
        <h2 id="durations">Durations</h2>
        <WindowBar path={test_path(test.name)} search={search} chosen={chosen} range={range_of(chosen, now)} now={now} />
      </div>
      <Pictures key={JSON.stringify(chosen)} test={test} chosen={chosen} search={search} />
    </section>
  );
}
