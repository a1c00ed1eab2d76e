// One test of the overview.
import { memo } from '../memo';
import { format_duration, short_duration } from '../format';
import { strip_of } from '../overview';
import { run_path, test_path } from '../routes';
import type { OverviewTest } from '../types';
import { Countdown } from './countdown';
import { ClassTag, state_words, StateGlyph } from './glyph';
import { Labels } from './labels';
import { RunNow } from './run_now';
import { Strip } from './strip';
import { Uptimes } from './uptimes';
import { Age, When } from './when';

const most_labels = 3;

/** What failed where it is down, until when it is in maintenance, else what it is. */
function Beneath({ test }: { test: OverviewTest }) {
  const failed = test.last?.status === 'failed' ? test.last : null;
  if (test.state === 'down' && failed) {
    const cause = failed.fail_cause ?? 'failed, and gave no cause';
    return (
      <p class="why" title={cause}>
        <ClassTag name={failed.class} /> <a href={run_path(failed.id)}>{cause}</a>
      </p>
    );
  }
  if (test.state === 'maintenance' && test.maintenance) {
    const { until, reason } = test.maintenance;
    return (
      <p class="what" title={reason ?? undefined}>
        <span class="what-path maintenance-note">
          until <When at={until} />
          {reason && `: ${reason}`}
        </span>
      </p>
    );
  }
  return (
    <p class="what">
      <span>every {short_duration(test.frequency)}</span>
      <Labels labels={test.labels} most={most_labels} />
      {(test.description || test.path) && (
        <span class="what-path" title={test.description || undefined}>
          {test.description || test.path}
        </span>
      )}
    </p>
  );
}

function Row({ test }: { test: OverviewTest }) {
  return (
    <div class={`test-row is-${test.state}`} data-test={test.name}>
      <div class="row-state">
        <StateGlyph state={test.state} />
        <span class="state-word">{state_words[test.state]}</span>
        {test.state_since && (
          <span class="muted state-age">
            <span class="unseen">for </span>
            <Age since={test.state_since} />
          </span>
        )}
      </div>
      <div class="row-name">
        <a class="name" href={test_path(test.name)} title={test.name}>
          {test.name}
        </a>
        <Beneath test={test} />
      </div>
      <Strip test={strip_of(test)} />
      <Uptimes uptime={test.uptime} />
      <dl class="row-times">
        <div>
          <dt>p50</dt>
          <dd>{format_duration(test.p50_ms)}</dd>
        </div>
        <div class="muted">
          <dt>p95</dt>
          <dd>{format_duration(test.p95_ms)}</dd>
        </div>
      </dl>
      <div class="row-next">
        {test.running.length === 0 && test.next_run_at !== null && <span class="row-label">next </span>}
        <Countdown test={test} />
      </div>
      <div class="row-action">
        <RunNow test={test.name} />
      </div>
    </div>
  );
}

export const TestRow = memo(Row);
