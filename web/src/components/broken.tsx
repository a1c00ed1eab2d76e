// What is broken now, since when, and why: the first that one reads.
import { useEffect, useState } from 'preact/hooks';
import { format_duration } from '../format';
import { broken_tests, view_href, whole_view } from '../listing';
import { memo } from '../memo';
import { run_path, safe_link, test_path } from '../routes';
import type { OverviewTest } from '../types';
import { ClassTag, StateGlyph } from './glyph';
import { Labels } from './labels';
import { Age, When } from './when';

const most_shown = 5;

function Incident({ test }: { test: OverviewTest }) {
  const failed = test.last?.status === 'failed' ? test.last : null;
  const runbook = safe_link(test.runbook);
  return (
    <li class="broken-test" data-broken={test.name}>
      <div class="broken-head">
        <StateGlyph state="down" />
        <p class="broken-what">
          <a class="broken-name" href={test_path(test.name)}>
            {test.name}
          </a>{' '}
          {test.state_since && (
            <span class="broken-since">
              down for{' '}
              <strong>
                <Age since={test.state_since} />
              </strong>
              <span class="muted">
                , since <When at={test.state_since} />
              </span>
            </span>
          )}
        </p>
      </div>
      <p class="broken-why">
        <ClassTag name={failed?.class ?? ''} /> <span>{failed?.fail_cause ?? 'It failed, and gave no cause.'}</span>
      </p>
      <p class="broken-links">
        {test.first_failure && (
          <a href={run_path(test.first_failure)} aria-label={`First failing run of ${test.name}`}>
            First failing run
          </a>
        )}
        {failed && failed.id !== test.first_failure && (
          <a href={run_path(failed.id)} aria-label={`Latest failing run of ${test.name}`}>
            Latest, {format_duration(failed.duration_ms)}
          </a>
        )}
        {runbook && (
          <a href={runbook} target="_blank" rel="noreferrer noopener" aria-label={`Runbook of ${test.name}`}>
            Runbook
          </a>
        )}
        {test.owner && <span class="muted">owner {test.owner}</span>}
        <Labels labels={test.labels} most={4} />
      </p>
    </li>
  );
}

const MemoIncident = memo(Incident);

export function Broken({ tests }: { tests: OverviewTest[] }) {
  const [whole, show_whole] = useState(false);
  const broken = broken_tests(tests);
  useEffect(() => {
    if (broken.length <= most_shown) show_whole(false);
  }, [broken.length]);
  if (broken.length === 0) return null;
  const shown = whole ? broken.slice(0, 50) : broken.slice(0, most_shown);
  const left = broken.length - shown.length;
  return (
    <section class="broken" aria-labelledby="broken-now">
      <h2 id="broken-now">Broken now</h2>
      <ul role="list">
        {shown.map((test) => (
          <MemoIncident key={test.name} test={test} />
        ))}
      </ul>
      {left > 0 && (
        <p class="broken-more">
          {!whole && (
            <button type="button" onClick={() => show_whole(true)}>
              Show {Math.min(left, 50 - most_shown)} more
            </button>
          )}
          <a href={view_href({ ...whole_view, states: ['down'], sort: 'since' })}>All {broken.length} as a list</a>
        </p>
      )}
    </section>
  );
}
