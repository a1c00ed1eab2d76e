// Two runs of a test side by side.
import type { Refusal } from '../api';
import { CompareChecks, CompareFacts, CompareRequests, CompareSteps } from '../components/compare';
import { Frame } from '../components/frame';
import { status_words, StatusGlyph } from '../components/glyph';
import { Heading } from '../components/heading';
import { When } from '../components/when';
import { compare_path, overview_path, run_path, test_path } from '../routes';
import { use_run } from '../run_data';
import type { Run } from '../types';
import { Missing } from './missing';

function Side({ run, name }: { run: Run; name: string }) {
  return (
    <div class={`compare-side is-${run.status}`}>
      <span class="muted">{name}</span>
      <a class="leading" href={run_path(run.id)}>
        <StatusGlyph status={run.status} /> {status_words[run.status]}
      </a>
      <When at={run.start_at} />
      {(run.fail_cause ?? run.skip_reason) && (
        <span class="compare-cause">{run.fail_cause ?? run.skip_reason}</span>
      )}
    </div>
  );
}

const said = (refusal: Refusal): string => (refusal.status === 404 ? 'There is no such run' : refusal.message);

export function ComparePage({ id, other }: { id: string; other: string }) {
  const left = use_run(id);
  const right = use_run(other);
  const refusal = left.refusal ?? right.refusal;
  if (refusal) return <Missing what={said(refusal)} detail={left.refusal ? id : other} />;
  if (!left.data || !right.data) {
    return (
      <Frame title="Compare">
        <Heading>Compare two runs</Heading>
        <p class="loading">Asking canaryd…</p>
      </Frame>
    );
  }
  const both = { left: left.data, right: right.data };
  return (
    <Frame title={`Compare: ${both.left.test}`}>
      <nav class="crumbs" aria-label="Where this is">
        <a href={overview_path}>All tests</a> <span aria-hidden="true">/</span>{' '}
        <a href={test_path(both.left.test)}>{both.left.test}</a> <span aria-hidden="true">/</span>{' '}
        <a href={run_path(id)}>run</a>
      </nav>
      <section class="head">
        <div class="head-line">
          <Heading>Two runs side by side</Heading>
          <a class="neighbour" href={compare_path(other, id)}>
            Swap
          </a>
        </div>
        <div class="compare-sides">
          <Side run={both.left} name="This run" />
          <Side run={both.right} name="Compared with" />
        </div>
        {both.left.test !== both.right.test && (
          <p class="muted">The runs are of different tests: {both.left.test} and {both.right.test}.</p>
        )}
      </section>
      <CompareFacts {...both} />
      <CompareSteps {...both} />
      <CompareRequests {...both} />
      <CompareChecks {...both} />
    </Frame>
  );
}
