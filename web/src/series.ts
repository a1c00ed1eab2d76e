// What the latency chart draws of a list of runs.
import { two } from './format';
import type { Rollup, RunSummary } from './types';

export interface Series {
  /** Oldest first; only runs that have ended. */
  runs: RunSummary[];
  /** Seconds since 1970, as the chart wants them; strictly rising. */
  at: number[];
  passed_ms: (number | null)[];
  failed_ms: (number | null)[];
  /** Of the passes; null where there is none. */
  median_ms: number | null;
  /** Where the chart's height ends. Failures may lie above, for one timeout must not flatten a thousand passes. */
  top_ms: number;
}

export function median(values: number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

export function to_series(newest_first: RunSummary[]): Series {
  const ended = newest_first.filter(
    ({ status, duration_ms }) => status !== 'running' && status !== 'skipped' && duration_ms !== null,
  );
  const runs = ended.sort((a, b) => Date.parse(a.start_at) - Date.parse(b.start_at));
  const at: number[] = [];
  for (const run of runs) {
    const seconds = Date.parse(run.start_at) / 1000;
    const before = at[at.length - 1];
    at.push(before !== undefined && seconds <= before ? before + 0.001 : seconds);
  }
  const passes = runs.flatMap((run) => (run.status === 'passed' && run.duration_ms !== null ? [run.duration_ms] : []));
  const all = runs.map((run) => run.duration_ms ?? 0);
  return {
    runs,
    at,
    passed_ms: runs.map((run) => (run.status === 'passed' ? run.duration_ms : null)),
    failed_ms: runs.map((run) => (run.status === 'passed' ? null : run.duration_ms)),
    median_ms: median(passes),
    top_ms: (passes.length > 0 ? Math.max(...passes) : Math.max(0, ...all)) * 1.2 || 1,
  };
}

export interface RollupSeries {
  /** Oldest first; only those in which runs passed or failed. */
  rollups: Rollup[];
  /** The middle of each, in seconds since 1970; strictly rising. */
  at: number[];
  p50_ms: number[];
  p95_ms: number[];
  p99_ms: number[];
  failed: number[];
  top_ms: number;
}

export function to_rollup_series(all: Rollup[]): RollupSeries {
  const rollups = all.filter(({ duration_ms }) => duration_ms !== null);
  const figure = (of: 'p50' | 'p95' | 'p99'): number[] => rollups.map(({ duration_ms }) => duration_ms?.[of] ?? 0);
  const p99_ms = figure('p99');
  return {
    rollups,
    at: rollups.map(({ since, until }) => (Date.parse(since) + Date.parse(until)) / 2000),
    p50_ms: figure('p50'),
    p95_ms: figure('p95'),
    p99_ms,
    failed: rollups.map(({ failed }) => failed),
    top_ms: Math.max(0, ...p99_ms) * 1.15 || 1,
  };
}

/** Marks of the time axis, as fine as their distance asks for. */
export function time_labels(seconds: number[]): string[] {
  const step = (seconds[1] ?? 0) - (seconds[0] ?? 0);
  return seconds.map((each) => {
    const at = new Date(each * 1000);
    const day = `${two(at.getMonth() + 1)}-${two(at.getDate())}`;
    if (step >= 86_400) return day;
    const clock = `${two(at.getHours())}:${two(at.getMinutes())}`;
    if (step >= 60 || seconds.length < 2) return clock === '00:00' ? day : clock;
    return `${clock}:${two(at.getSeconds())}`;
  });
}
