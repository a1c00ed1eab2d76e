// A test's runs, newest first.
import { format_duration } from '../format';
import { run_path } from '../routes';
import type { RunSummary } from '../types';
import { ClassTag, status_words, StatusGlyph } from './glyph';
import { Age, When } from './when';

function Row({ run }: { run: RunSummary }) {
  const why = run.fail_cause ?? run.skip_reason;
  return (
    <li class={`run-row is-${run.status}`} data-run={run.id}>
      <a href={run_path(run.id)} class="run-link">
        <StatusGlyph status={run.status} />
        <span class="run-status">{status_words[run.status]}</span>
        <span class="run-when">
          <When at={run.start_at} />
        </span>
        <span class="run-duration">
          {run.status === 'running' ? <Age since={run.start_at} /> : format_duration(run.duration_ms)}
        </span>
        <span class="run-why">
          <ClassTag name={run.class} /> {why && <span class="cause">{why}</span>}
          {run.trigger !== 'schedule' && <span class="muted trigger">{run.trigger.replace('_', ' ')}</span>}
        </span>
      </a>
    </li>
  );
}

export function RunList({ runs }: { runs: RunSummary[] }) {
  return (
    <ul class="run-list" role="list">
      {runs.map((run) => (
        <Row key={run.id} run={run} />
      ))}
    </ul>
  );
}
