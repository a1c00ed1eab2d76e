// Lists of runs that grow at both ends: new runs arrive at the top, older pages are asked for at the bottom.
import type { RunPage, RunSummary } from './types';

export interface RunList {
  /** Newest first. */
  runs: RunSummary[];
  /** Where the next older page begins; null where there is none. */
  next: string | null;
}

const newest_first = (a: RunSummary, b: RunSummary): number => (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

/**
 * The list after the newest page was read again. Older pages that are shown stay, unless so much happened since that the
 * new page does not reach the list: then a hole would be hidden between them, and the list begins anew.
 */
export function with_newest(list: RunList | null, page: RunPage): RunList {
  if (!list || page.next === null) return page;
  const fresh = new Set(page.runs.map((run) => run.id));
  const reaches = list.runs.some((run) => fresh.has(run.id));
  if (!reaches) return page;
  const oldest = page.runs[page.runs.length - 1]?.id ?? '';
  const older = list.runs.filter((run) => run.id < oldest);
  if (older.length === 0) return page;
  return { runs: [...page.runs, ...older], next: list.next };
}

/** The list with its next older page. */
export function with_older(list: RunList, page: RunPage): RunList {
  const known = new Set(list.runs.map((run) => run.id));
  const added = page.runs.filter((run) => !known.has(run.id));
  return { runs: [...list.runs, ...added].sort(newest_first), next: page.next };
}
