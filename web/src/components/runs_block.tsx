// A test's runs, with filters by outcome and class, and older ones on demand.
import { useState } from 'preact/hooks';
import { get_runs, why_not } from '../api';
import type { RunFilter } from '../api';
import { ask_again_for, use_live_data } from '../live_hooks';
import type { LiveData } from '../live_hooks';
import { step } from '../router';
import { test_path, with_search } from '../routes';
import { with_newest, with_older } from '../runs';
import type { RunList as Runs } from '../runs';
import type { RunPage, RunStatus } from '../types';
import { class_names } from './glyph';
import { use_notify } from './notices';
import { RunList } from './run_list';

const page_size = 100;
const shown_at_once = 25;
const pages_at_once = 20;

/** The next runs that the filter lets through: the daemon may answer a page without any, and yet have more. */
async function find_runs(test: string, filter: RunFilter, signal?: AbortSignal): Promise<RunPage> {
  let page = await get_runs(test, filter, signal);
  for (let i = 1; i < pages_at_once && page.runs.length === 0 && page.next !== null; i += 1) {
    page = await get_runs(test, { ...filter, cursor: page.next }, signal);
  }
  return page;
}

function use_runs(test: string, filter: RunFilter): LiveData<Runs> {
  const key = `${test_path(test)}/runs?${filter.status ?? ''}&${filter.class ?? ''}`;
  const load = async (before: Runs | null, signal: AbortSignal): Promise<Runs> => {
    if (!before) return find_runs(test, { ...filter, limit: page_size }, signal);
    const newest = await get_runs(test, { ...filter, limit: page_size }, signal);
    return newest.runs.length === 0 && newest.next !== null ? before : with_newest(before, newest);
  };
  return use_live_data<Runs>(key, load, { apply: ask_again_for(test) });
}

function Block({ test, filter }: { test: string; filter: RunFilter }) {
  const runs = use_runs(test, filter);
  const empty = filter.status || filter.class ? 'No run is like this.' : 'It has not run yet.';
  const notify = use_notify();
  const [shown, show] = useState(shown_at_once);
  const [asking, set_asking] = useState(false);
  const list = runs.data;
  if (!list) return <p class="loading">{runs.refusal ? runs.refusal.message : 'Asking canaryd…'}</p>;
  const more = async (): Promise<void> => {
    if (shown + shown_at_once > list.runs.length && list.next !== null) {
      set_asking(true);
      try {
        runs.set(with_older(list, await find_runs(test, { ...filter, limit: page_size, cursor: list.next })));
      } catch (error) {
        notify({ kind: 'refused', text: why_not(error) });
        return;
      } finally {
        set_asking(false);
      }
    }
    show(shown + shown_at_once);
  };
  return (
    <>
      {list.runs.length === 0 && <p class="empty">{empty}</p>}
      <RunList runs={list.runs.slice(0, shown)} />
      {(list.runs.length > shown || list.next !== null) && (
        <button type="button" class="older" aria-disabled={asking} onClick={() => !asking && void more()}>
          {asking ? 'Asking…' : 'Older runs'}
        </button>
      )}
    </>
  );
}

const statuses: readonly { status: RunStatus | null; label: string }[] = [
  { status: null, label: 'All' },
  { status: 'failed', label: 'Failed' },
  { status: 'passed', label: 'Passed' },
  { status: 'interrupted', label: 'Interrupted' },
  { status: 'skipped', label: 'Skipped' },
];

/** What the address asks for; what it asks for in vain is as if it did not. */
function read_filter(search: string): RunFilter {
  const query = new URLSearchParams(search);
  const status = statuses.find((each) => each.status !== null && each.status === query.get('status'))?.status;
  const kind = class_names.find((name) => name === query.get('class'));
  return { ...(status ? { status } : {}), ...(kind ? { class: kind } : {}) };
}

export function RunsOf({ test, search }: { test: string; search: string }) {
  const filter = read_filter(search);
  const path = test_path(test);
  return (
    <section aria-labelledby="runs">
      <div class="section-head">
        <h2 id="runs">Runs</h2>
        <div class="run-filters">
          <select
            aria-label="Class of failure"
            value={filter.class ?? ''}
            onChange={({ currentTarget }) => step(path + with_search(search, { class: currentTarget.value || null }))}
          >
            <option value="">any cause</option>
            {class_names.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
          <nav class="filters" aria-label="Which runs">
            {statuses.map(({ status, label }) => (
              <a
                key={label}
                href={path + with_search(search, { status })}
                data-step
                aria-current={(filter.status ?? null) === status ? 'true' : undefined}
              >
                {label}
              </a>
            ))}
          </nav>
        </div>
      </div>
      <Block key={`${filter.status} ${filter.class}`} test={test} filter={filter} />
    </section>
  );
}
