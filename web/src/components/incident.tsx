// What is wrong with a test now: since when, how many runs, why, and where it began.
import { get_runs, get_uptime } from '../api';
import { format_count, plural } from '../format';
import { ask_again_for, use_live_data } from '../live_hooks';
import { run_path, test_path } from '../routes';
import { class_totals, stretch_of_rollup } from '../stretches';
import type { Rollup, RunSummary, TestDetail } from '../types';
import { ClassTag } from './glyph';
import { Age, When } from './when';

interface Course {
  first: RunSummary | null;
  since_then: Rollup;
}

function History({ test, since }: { test: string; since: string }) {
  const until = new Date(Date.parse(since) + 1000).toISOString();
  const { data } = use_live_data<Course>(
    `${test_path(test)}/incident?${since}`,
    async (before, signal) => {
      const [first, since_then] = await Promise.all([
        before?.first ??
          get_runs(test, { since, until, status: 'failed', limit: 100 }, signal).then(({ runs }) => runs.pop() ?? null),
        get_uptime(test, { since }, signal),
      ]);
      return { first, since_then };
    },
    { apply: ask_again_for(test) },
  );
  if (!data) return null;
  const classes = class_totals([stretch_of_rollup(data.since_then)]);
  return (
    <>
      {' · '}
      <strong>{plural(data.since_then.failed, 'run')} failed</strong>
      {classes.length > 1 && ` (${classes.map(([name, n]) => `${format_count(n)} ${name}`).join(', ')})`}
      {data.first && (
        <>
          {' · '}
          <a href={run_path(data.first.id)}>first failing run</a>
        </>
      )}
    </>
  );
}

export function Incident({ test }: { test: TestDetail }) {
  const failed = test.last?.status === 'failed' ? test.last : null;
  if (test.state !== 'down' || !failed) return null;
  return (
    <section class="incident" aria-label="Current incident">
      <p class="incident-cause">
        <ClassTag name={failed.class} />
        <a class="leading" href={run_path(failed.id)}>
          {failed.fail_cause ?? 'It failed, and gave no cause.'}
        </a>
      </p>
      <p class="incident-more">
        {test.state_since && (
          <>
            Down for <Age since={test.state_since} />, since <When at={test.state_since} />
            <History key={test.state_since} test={test.name} since={test.state_since} />
            {' · '}
          </>
        )}
        last at <When at={failed.start_at} />
      </p>
    </section>
  );
}
