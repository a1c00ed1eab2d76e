// One test: how it stands, how it fared, what it is.
import { useState } from 'preact/hooks';
import { get_runs, get_test, Refusal } from '../api';
import type { RunFilter } from '../api';
import { LatencyChart } from '../components/chart';
import { Countdown } from '../components/countdown';
import { Facts } from '../components/facts';
import { Frame } from '../components/frame';
import { ClassTag, state_words, StateGlyph } from '../components/glyph';
import { Heading } from '../components/heading';
import { use_notify } from '../components/notices';
import { RunList } from '../components/run_list';
import { RunNow } from '../components/run_now';
import { Source } from '../components/source';
import { Strip } from '../components/strip';
import { Age, When } from '../components/when';
import { format_bytes, format_count, format_duration, short_duration } from '../format';
import { ask_again_for, use_live_data } from '../live_hooks';
import type { LiveData } from '../live_hooks';
import type { Place } from '../router';
import { overview_path, run_path, test_path } from '../routes';
import { with_newest, with_older } from '../runs';
import type { RunList as Runs } from '../runs';
import { failures_in_a_row } from '../tests';
import type { RunPage, TestDetail } from '../types';
import { Missing } from './missing';

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
  const key = `${test_path(test)}/runs?${filter.status ?? ''}`;
  const load = async (before: Runs | null, signal: AbortSignal): Promise<Runs> => {
    if (!before) return find_runs(test, { ...filter, limit: page_size }, signal);
    const newest = await get_runs(test, { ...filter, limit: page_size }, signal);
    return newest.runs.length === 0 && newest.next !== null ? before : with_newest(before, newest);
  };
  return use_live_data<Runs>(key, load, { apply: ask_again_for(test) });
}

function Block({ test, filter, runs, empty }: { test: string; filter: RunFilter; runs: LiveData<Runs>; empty: string }) {
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
        notify({ kind: 'refused', text: error instanceof Refusal ? error.message : 'canaryd did not answer.' });
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

const failed_only: RunFilter = { status: 'failed' };

function FailedRuns({ test }: { test: string }) {
  return <Block test={test} filter={failed_only} runs={use_runs(test, failed_only)} empty="No run failed." />;
}

function Incident({ test }: { test: TestDetail }) {
  const failed = test.last?.status === 'failed' ? test.last : null;
  if (test.state !== 'down' || !failed) return null;
  const count = failures_in_a_row(test.recent);
  return (
    <a class="incident" href={run_path(failed.id)}>
      <ClassTag name={failed.class} />
      <strong>{failed.fail_cause ?? 'It failed, and gave no cause.'}</strong>
      <span class="incident-more">
        {count > 1
          ? `${count === test.recent.length && count > 1 ? 'at least ' : ''}${count} failures in a row · `
          : ''}
        last at <When at={failed.start_at} /> · see the run
      </span>
    </a>
  );
}

function Head({ test }: { test: TestDetail }) {
  return (
    <section class={`head is-${test.state}`}>
      <div class="head-line">
        <Heading>{test.name}</Heading>
        <RunNow test={test.name} prominent />
      </div>
      <p class="standing">
        <StateGlyph state={test.state} />
        <strong>{state_words[test.state]}</strong>
        {test.state_since && (
          <span>
            for <Age since={test.state_since} />, since <When at={test.state_since} />
          </span>
        )}
      </p>
      <Incident test={test} />
      <Strip test={test} tall />
      <dl class="figures">
        <div>
          <dt>Last</dt>
          <dd>{format_duration(test.last?.duration_ms)}</dd>
        </div>
        <div>
          <dt>Median</dt>
          <dd>{format_duration(test.median_duration_ms)}</dd>
        </div>
        <div>
          <dt>Last pass</dt>
          <dd>
            {test.last_success_at ? (
              <>
                <Age since={test.last_success_at} /> ago
              </>
            ) : (
              'none yet'
            )}
          </dd>
        </div>
        <div>
          <dt>Next run</dt>
          <dd>
            <Countdown test={test} />
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Configuration({ test }: { test: TestDetail }) {
  return (
    <section aria-labelledby="configuration">
      <h2 id="configuration">Configuration</h2>
      <Facts
        rows={[
          ['Frequency', `every ${short_duration(test.frequency)}`],
          ['Timeout', short_duration(test.timeout)],
          ['Concurrency', test.concurrency],
          ['Memory limit', format_bytes(test.memory_limit_bytes)],
          ['Skipped', test.skipped > 0 ? `${format_count(test.skipped)} since canaryd started` : null],
          ['Queued', test.queued > 0 ? format_count(test.queued) : null],
          ['Script', test.path],
          [
            'Registered in',
            test.config_file && `${test.config_file}${test.config_line > 0 ? `:${test.config_line}` : ''}`,
          ],
        ]}
      />
    </section>
  );
}

export function TestPage({ name, place }: { name: string; place: Place }) {
  const { data: test, refusal } = use_live_data<TestDetail>(
    test_path(name),
    (_, signal) => get_test(name, signal),
    { apply: ask_again_for(name) },
  );
  const all = use_runs(name, {});
  const failed = new URLSearchParams(place.search).get('status') === 'failed';
  if (refusal?.status === 404) return <Missing what="There is no such test" detail={name} />;
  if (!test) {
    return (
      <Frame title={name}>
        <Heading>{name}</Heading>
        <p class="loading">{refusal ? refusal.message : 'Asking canaryd…'}</p>
      </Frame>
    );
  }
  const marked = Number(/^#L(\d+)$/.exec(place.hash)?.[1] ?? 0);
  const filter = (text: string, query: string, on: boolean) => (
    <a href={test_path(name) + query} aria-current={on ? 'true' : undefined}>
      {text}
    </a>
  );
  return (
    <Frame title={name}>
      <nav class="crumbs" aria-label="Where this is">
        <a href={overview_path}>All tests</a>
      </nav>
      <Head test={test} />
      {all.data && all.data.runs.some((run) => run.duration_ms !== null) && (
        <section aria-labelledby="durations">
          <h2 id="durations">Durations</h2>
          <LatencyChart runs={all.data.runs} />
        </section>
      )}
      <div class="columns">
        <section aria-labelledby="runs">
          <div class="section-head">
            <h2 id="runs">Runs</h2>
            <nav class="filters" aria-label="Which runs">
              {filter('All', '', !failed)}
              {filter('Failed', '?status=failed', failed)}
            </nav>
          </div>
          {failed ? (
            <FailedRuns test={name} />
          ) : (
            <Block test={name} filter={{}} runs={all} empty="It has not run yet." />
          )}
        </section>
        <div class="aside">
          <Configuration test={test} />
          <section aria-labelledby="source">
            <h2 id="source">Source</h2>
            <Source text={test.source} marked={marked} settled={all.data !== null} />
          </section>
        </div>
      </div>
    </Frame>
  );
}
