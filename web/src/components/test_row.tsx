// One test of the overview.
import { memo } from '../memo';
import { format_duration, short_duration } from '../format';
import { run_path, test_path } from '../routes';
import type { Test } from '../types';
import { Countdown } from './countdown';
import { ClassTag, state_words, StateGlyph } from './glyph';
import { RunNow } from './run_now';
import { Strip } from './strip';
import { Age } from './when';

/** What failed where it is down, else what it is. */
function Beneath({ test }: { test: Test }) {
  const failed = test.last?.status === 'failed' ? test.last : null;
  if (test.state === 'down' && failed) {
    return (
      <p class="why">
        <ClassTag name={failed.class} />{' '}
        <a href={run_path(failed.id)}>{failed.fail_cause ?? 'failed, and gave no cause'}</a>
      </p>
    );
  }
  return (
    <p class="what">
      every {short_duration(test.frequency)}
      {test.path && <> · {test.path}</>}
    </p>
  );
}

function Row({ test }: { test: Test }) {
  return (
    <li class={`test-row is-${test.state}`} data-test={test.name}>
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
        <a class="name" href={test_path(test.name)}>
          {test.name}
        </a>
        <Beneath test={test} />
      </div>
      <Strip test={test} />
      <div class="row-times">
        <span class="row-last">
          <span class="label">last </span>
          {format_duration(test.last?.duration_ms)}
        </span>
        <span class="row-median muted">
          <span class="label">median </span>
          {format_duration(test.median_duration_ms)}
        </span>
      </div>
      <div class="row-next">
        {test.running.length === 0 && <span class="label">next </span>}
        <Countdown test={test} />
      </div>
      <div class="row-action">
        <RunNow test={test.name} />
      </div>
    </li>
  );
}

export const TestRow = memo(Row);
