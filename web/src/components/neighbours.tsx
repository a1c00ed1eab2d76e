// From a run to those before and after it.
import { get_test, Refusal } from '../api';
import { format_time } from '../format';
import { use_live, use_live_data } from '../live_hooks';
import { find_neighbours } from '../neighbours';
import type { Neighbours as Found } from '../neighbours';
import { compare_path, run_path, test_path } from '../routes';
import type { Run, RunSummary } from '../types';
import { status_words, StatusGlyph } from './glyph';

/** Of a test that is not configured any more the frequency is not known. */
const otherwise_ms = 60_000;

function Link({ to, label, rel }: { to: RunSummary | null; label: string; rel?: 'prev' | 'next' }) {
  if (!to) return <span class="neighbour is-none">{label}</span>;
  const what = `${label}: ${status_words[to.status]}, ${format_time(new Date(to.start_at))}`;
  return (
    <a class="neighbour" href={run_path(to.id)} rel={rel} aria-label={what} title={what}>
      <StatusGlyph status={to.status} />
      {label}
    </a>
  );
}

/** The first run of this test to end after this one is what comes next; events tell it. */
export function Neighbours({ run }: { run: Run }) {
  const live = use_live();
  const { data } = use_live_data<Found>(
    `${run_path(run.id)}/neighbours`,
    async (_, signal) => {
      const frequency_ms = await get_test(run.test, signal).then(
        (test) => test.frequency_ms,
        (error: unknown) => {
          if (error instanceof Refusal) return otherwise_ms;
          throw error;
        },
      );
      return find_neighbours(run, frequency_ms, live.now(), signal);
    },
    {
      apply: (known, events) => {
        const next = events.find((event) => event.kind === 'run_finished' && event.run.test === run.test && event.run.id > run.id);
        if (next?.kind !== 'run_finished') return known;
        const failure = next.run.status === 'failed' ? next.run : null;
        return { ...known, next: known.next ?? next.run, next_failure: known.next_failure ?? failure };
      },
    },
  );
  return (
    <nav class="neighbours" aria-label="Neighbouring runs">
      <span class="neighbour-group">
        <Link to={data?.previous ?? null} label="Previous" rel="prev" />
        <Link to={data?.next ?? null} label="Next" rel="next" />
      </span>
      <span class="neighbour-group">
        <Link to={data?.previous_failure ?? null} label="Previous failure" />
        <Link to={data?.next_failure ?? null} label="Next failure" />
      </span>
      {data?.last_pass && (
        <a class="neighbour compare-link" href={compare_path(run.id, data.last_pass.id)}>
          Compare with the last pass
        </a>
      )}
      <a class="neighbour all-runs" href={test_path(run.test)}>
        All runs
      </a>
    </nav>
  );
}
