// The runs before and after a run of its test. The daemon lists newest first, so what comes next after an instant is
// looked for in stretches that grow from there.
import { get_runs } from './api';
import type { RunFilter } from './api';
import type { RunPage, RunSummary } from './types';

export interface Neighbours {
  previous: RunSummary | null;
  next: RunSummary | null;
  previous_failure: RunSummary | null;
  next_failure: RunSummary | null;
  /** The newest pass before this run. */
  last_pass: RunSummary | null;
}

type List = (filter: RunFilter) => Promise<RunPage>;

const most_pages = 20;
const first_stretch = 32;
const growth = 8;

/** The newest run before `id` that the filter lets through. */
export async function find_before(list: List, id: string, filter: RunFilter): Promise<RunSummary | null> {
  let cursor: string | null = id;
  for (let i = 0; i < most_pages && cursor !== null; i += 1) {
    const page: RunPage = await list({ ...filter, limit: 1, cursor });
    if (page.runs[0]) return page.runs[0];
    cursor = page.next;
  }
  return null;
}

/** The oldest run after `run` that the filter lets through, up to `now`. */
export async function find_after(
  list: List,
  run: Pick<RunSummary, 'id' | 'start_at'>,
  filter: RunFilter,
  frequency_ms: number,
  now: number,
): Promise<RunSummary | null> {
  let since = Date.parse(run.start_at);
  let length = first_stretch * Math.max(1000, frequency_ms);
  for (let i = 0; i < most_pages && since <= now; i += 1) {
    const until = since + length;
    let oldest: RunSummary | null = null;
    let cursor: string | undefined;
    for (let k = 0; k < most_pages; k += 1) {
      const bounds = { since: new Date(since).toISOString(), until: new Date(until).toISOString() };
      const page: RunPage = await list({ ...filter, ...bounds, limit: 200, ...(cursor ? { cursor } : {}) });
      oldest = page.runs.filter((each) => each.id > run.id).pop() ?? oldest;
      if (page.next === null) break;
      cursor = page.next;
    }
    if (oldest) return oldest;
    since = until;
    length *= growth;
  }
  return null;
}

export async function find_neighbours(
  run: RunSummary,
  frequency_ms: number,
  now: number,
  signal?: AbortSignal,
): Promise<Neighbours> {
  const list: List = (filter) => get_runs(run.test, filter, signal);
  const failed: RunFilter = { status: 'failed' };
  const [previous, next, previous_failure, next_failure, last_pass] = await Promise.all([
    find_before(list, run.id, {}),
    find_after(list, run, {}, frequency_ms, now),
    find_before(list, run.id, failed),
    find_after(list, run, failed, frequency_ms, now),
    find_before(list, run.id, { status: 'passed' }),
  ]);
  return { previous, next, previous_failure, next_failure, last_pass };
}
