// What the pictures of a test draw of a stretch of time: its runs or its rollups, cut into equal parts.
import type { Rollup, RunSummary } from './types';
import type { Range } from './windows';

export interface Stretch extends Range {
  runs: number;
  failed: number;
  /** Interrupted or skipped: they say nothing of what is watched. */
  untold: number;
  classes: Record<string, number>;
}

export const stretch_of_rollup = (rollup: Rollup): Stretch => ({
  from: Date.parse(rollup.since),
  to: Date.parse(rollup.until),
  runs: rollup.runs,
  failed: rollup.failed,
  untold: rollup.interrupted + rollup.skipped,
  classes: rollup.classes,
});

const round_steps = [1, 5, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080].map((minutes) => minutes * 60_000);

/** A round length of which the range has at most `most`. */
export const step_for = ({ from, to }: Range, most: number): number =>
  round_steps.find((step) => (to - from) / step <= most) ?? (to - from) / most;

/** All stretches of a range, oldest first, those without runs too. `known` begin at multiples of `step`. */
export function fill({ from, to }: Range, step: number, known: Stretch[]): Stretch[] {
  const at = new Map(known.map((each) => [Math.floor(each.from / step), each]));
  const out: Stretch[] = [];
  for (let n = Math.floor(from / step); n * step < to; n += 1) {
    out.push(
      at.get(n) ?? { from: n * step, to: (n + 1) * step, runs: 0, failed: 0, untold: 0, classes: {} },
    );
  }
  return out;
}

/** Runs that have ended, counted by stretch of `step` ms. */
export function count_runs(runs: RunSummary[], step: number): Stretch[] {
  const out = new Map<number, Stretch>();
  for (const run of runs) {
    if (run.status === 'running') continue;
    const n = Math.floor(Date.parse(run.start_at) / step);
    const into = out.get(n) ?? {
      from: n * step,
      to: (n + 1) * step,
      runs: 0,
      failed: 0,
      untold: 0,
      classes: {},
    };
    into.runs += 1;
    if (run.status === 'failed') into.failed += 1;
    if (run.status === 'interrupted' || run.status === 'skipped') into.untold += 1;
    if (run.class) into.classes[run.class] = (into.classes[run.class] ?? 0) + 1;
    out.set(n, into);
  }
  return [...out.values()].sort((a, b) => a.from - b.from);
}

/** The classes of all stretches with their counts, the largest first. */
export function class_totals(stretches: Stretch[]): [name: string, count: number][] {
  const totals = new Map<string, number>();
  for (const { classes } of stretches) {
    for (const [name, count] of Object.entries(classes)) totals.set(name, (totals.get(name) ?? 0) + count);
  }
  return [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

interface Day {
  /** The day's beginning in the reader's zone. */
  at: Date;
  /** One a clock hour; null where nothing ran. When the clock is set back, the hour that comes twice is one. */
  hours: (Stretch | null)[];
}

/** Hourly stretches as days of the reader's zone, the newest day first, `days` of them up to `now`. */
export function to_days(hourly: Stretch[], now: number, days: number): Day[] {
  const key = (at: Date): string => `${at.getFullYear()}-${at.getMonth()}-${at.getDate()}`;
  const rows = new Map<string, Day>();
  const today = new Date(now);
  for (let back = 0; back < days; back += 1) {
    const at = new Date(today.getFullYear(), today.getMonth(), today.getDate() - back);
    rows.set(key(at), { at, hours: new Array<Stretch | null>(24).fill(null) });
  }
  for (const each of hourly) {
    const at = new Date(each.from);
    const row = rows.get(key(at));
    if (!row || each.runs === 0) continue;
    const before = row.hours[at.getHours()];
    row.hours[at.getHours()] = before ? joined(before, each) : each;
  }
  return [...rows.values()];
}

function joined(a: Stretch, b: Stretch): Stretch {
  const classes = { ...a.classes };
  for (const [name, count] of Object.entries(b.classes)) classes[name] = (classes[name] ?? 0) + count;
  return {
    from: Math.min(a.from, b.from),
    to: Math.max(a.to, b.to),
    runs: a.runs + b.runs,
    failed: a.failed + b.failed,
    untold: a.untold + b.untold,
    classes,
  };
}

/** How bad an hour was, as a step of the colour scale: 0 without failures, 1 up to 5 %, 2 up to 25 %, 3 up to 75 %, 4 above. */
export function badness({ runs, failed, untold }: Stretch): 0 | 1 | 2 | 3 | 4 {
  const verdicts = runs - untold;
  if (failed === 0 || verdicts === 0) return 0;
  const share = failed / verdicts;
  return share <= 0.05 ? 1 : share <= 0.25 ? 2 : share <= 0.75 ? 3 : 4;
}
