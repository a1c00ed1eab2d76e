// Which stretch of time a test's page looks at. It stands in the address: `?window=7d`, or `?from=…&to=…` where the reader
// zoomed.
import { with_search } from './routes';

export const windows = [
  { key: '1h', label: '1 h', ms: 3_600_000 },
  { key: '24h', label: '24 h', ms: 86_400_000 },
  { key: '7d', label: '7 d', ms: 7 * 86_400_000 },
  { key: '30d', label: '30 d', ms: 30 * 86_400_000 },
  { key: '90d', label: '90 d', ms: 90 * 86_400_000 },
] as const;

export type WindowKey = (typeof windows)[number]['key'];

export type Chosen = { key: WindowKey } | { from: number; to: number };

export interface Range {
  /** Milliseconds since 1970. */
  from: number;
  to: number;
}

const hour_ms = 3_600_000;
const least_ms = 60_000;
const most_ms = 2 * 366 * 86_400_000;

/** So many runs are read one by one; more are read as rollups. */
const most_runs = 3_000;

/** The shortest window in which a test that runs so often has 50 runs. */
export function usual_window(frequency_ms: number): WindowKey {
  const fits = windows.find(({ ms }) => ms >= 50 * frequency_ms);
  return fits?.key ?? '90d';
}

/** What the address chooses; what is not understood there is as if it were not there. */
export function read_chosen(search: string, otherwise: WindowKey): Chosen {
  const query = new URLSearchParams(search);
  const from = Date.parse(query.get('from') ?? '');
  const to = Date.parse(query.get('to') ?? '');
  if (from < to && to - from <= most_ms) return { from, to };
  const key = windows.find((each) => each.key === query.get('window'))?.key;
  return { key: key ?? otherwise };
}

/** A window of the list ends now, and a little later each minute, so that a moment is asked for once. */
export function range_of(chosen: Chosen, now: number): Range {
  if ('from' in chosen) return chosen;
  const ms = windows.find(({ key }) => key === chosen.key)?.ms ?? hour_ms;
  const to = Math.ceil(now / 60_000) * 60_000;
  return { from: to - ms, to };
}

export const zoomed_search = (search: string, { from, to }: Range): string =>
  with_search(search, { window: null, from: new Date(from).toISOString(), to: new Date(to).toISOString() });

export const window_search = (search: string, key: WindowKey): string =>
  with_search(search, { window: key, from: null, to: null });

/** The range scaled about its middle by `factor`, no shorter than a minute, and not into the future. */
export function scaled({ from, to }: Range, factor: number, now: number): Range {
  const length = Math.min(most_ms, Math.max(least_ms, (to - from) * factor));
  const middle = (from + to) / 2;
  const end = Math.min(middle + length / 2, Math.ceil(now / 60_000) * 60_000);
  return whole({ from: end - length, to: end });
}

/** The range moved by a share of its length, and not into the future. */
export function moved({ from, to }: Range, share: number, now: number): Range {
  const by = Math.min((to - from) * share, Math.max(0, Math.ceil(now / 60_000) * 60_000 - to));
  return whole({ from: from + by, to: to + by });
}

/** What a drag chose, no shorter than a minute. */
export function dragged(a: number, b: number): Range {
  const [from, to] = a < b ? [a, b] : [b, a];
  const missing = Math.max(0, least_ms - (to - from)) / 2;
  return whole({ from: from - missing, to: to + missing });
}

const whole = ({ from, to }: Range): Range => ({ from: Math.max(0, Math.round(from)), to: Math.round(to) });

type Source = { of: 'runs' } | { of: 'rollups'; step_hours: number };

/** Whether to read a range run by run, or in stretches, of which there are then about 100. */
export function source_of({ from, to }: Range, frequency_ms: number): Source {
  const length = to - from;
  if (length <= 2 * hour_ms || length / Math.max(1, frequency_ms) <= most_runs) return { of: 'runs' };
  const hours = length / hour_ms;
  const step_hours = [1, 2, 3, 6, 12, 24, 48, 168].find((step) => hours / step <= 130) ?? 168;
  return { of: 'rollups', step_hours };
}
