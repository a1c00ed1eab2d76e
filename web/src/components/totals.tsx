// How many tests are in which state, and one sentence that sums it up. Each number is a filter.
import { format_count, plural } from '../format';
import { count_states, states, toggled, view_href } from '../listing';
import type { View } from '../listing';
import { step } from '../router';
import { verdict_of } from '../tests';
import type { OverviewTest } from '../types';
import { state_words, StateGlyph } from './glyph';
import { Heading } from './heading';

type Counts = ReturnType<typeof count_states>;

function headline({ total, down, up, unknown, paused, maintenance }: Counts): string {
  if (total === 0) return 'No tests are registered';
  if (down > 0)
    return down === total
      ? `All ${plural(total, 'test')} are down`
      : `${format_count(down)} of ${plural(total, 'test')} ${down === 1 ? 'is' : 'are'} down`;
  if (up > 0 && unknown === 0)
    return maintenance > 0
      ? 'All tests outside maintenance are up'
      : paused > 0
      ? 'All running tests are up'
      : total === 1
        ? 'The test is up'
        : `All ${plural(total, 'test')} are up`;
  if (up > 0) return `${plural(up, 'test')} up, ${format_count(unknown)} not known yet`;
  if (maintenance > 0 && unknown === 0) return `${plural(maintenance, 'test')} in maintenance`;
  return paused === total ? 'All tests are paused' : 'No run has ended yet';
}

export function Totals({ tests, view }: { tests: OverviewTest[]; view: View }) {
  const counts = count_states(tests);
  const state = verdict_of(counts);
  const rare = counts.maintenance > 0 || view.states.includes('maintenance');
  const shown = states.filter((each) => each !== 'maintenance' || rare);
  return (
    <section class={`totals is-${state}`} aria-label="Totals">
      <Heading>
        <StateGlyph state={state} />
        {headline(counts)}
      </Heading>
      <div class={`counts${rare ? ' are-six' : ''}`} role="group" aria-label="Show tests by state">
        {shown.map((each) => (
          <button
            key={each}
            type="button"
            class={`count count-${each}${counts[each] === 0 ? ' is-none' : ''}`}
            aria-pressed={view.states.includes(each)}
            onClick={() => step(view_href({ ...view, states: toggled(view.states, each) }))}
          >
            <span class="count-number">{format_count(counts[each])}</span>{' '}
            <span class="count-word">{state_words[each]}</span>
          </button>
        ))}
        <div class={`count count-running${counts.running === 0 ? ' is-none' : ''}`}>
          <span class="count-number">{format_count(counts.running)}</span> <span class="count-word">Running</span>
        </div>
      </div>
    </section>
  );
}
