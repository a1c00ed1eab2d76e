// How many tests are in which state, and one sentence that sums it up.
import { format_count, plural } from '../format';
import { verdict } from '../tests';
import type { Status, TestState } from '../types';
import { state_words, StateGlyph } from './glyph';
import { Heading } from './heading';

function headline(status: Status): string {
  const { total, down, up, unknown, paused } = status.tests;
  if (total === 0) return 'No tests are registered';
  if (down > 0)
    return down === total
      ? `All ${plural(total, 'test')} are down`
      : `${format_count(down)} of ${plural(total, 'test')} ${down === 1 ? 'is' : 'are'} down`;
  if (up > 0 && unknown === 0)
    return paused > 0
      ? 'All running tests are up'
      : total === 1
        ? 'The test is up'
        : `All ${plural(total, 'test')} are up`;
  if (up > 0) return `${plural(up, 'test')} up, ${format_count(unknown)} not known yet`;
  return paused === total ? 'All tests are paused' : 'No run has ended yet';
}

const shown: readonly TestState[] = ['down', 'unknown', 'up', 'paused'];

export function Totals({ status }: { status: Status }) {
  const state = verdict(status);
  return (
    <section class={`totals is-${state}`} aria-label="Totals">
      <Heading>
        <StateGlyph state={state} />
        {headline(status)}
      </Heading>
      <dl class="counts">
        {shown.map((each) => (
          <div key={each} class={`count count-${each}${status.tests[each] === 0 ? ' is-none' : ''}`}>
            <dt>{state_words[each]}</dt>
            <dd>{format_count(status.tests[each])}</dd>
          </div>
        ))}
        <div class={`count count-running${status.runs.running === 0 ? ' is-none' : ''}`}>
          <dt>Running</dt>
          <dd>
            {format_count(status.runs.running)}
            {status.runs.queued > 0 && <small> +{format_count(status.runs.queued)} queued</small>}
          </dd>
        </div>
      </dl>
    </section>
  );
}
