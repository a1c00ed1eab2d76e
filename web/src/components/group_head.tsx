// What stands above the tests of one group.
import { plural } from '../format';
import type { Group } from '../listing';
import { state_words, StateGlyph } from './glyph';
import type { TestState } from '../types';

export function GroupHead({ group, by }: { group: Group; by: string }) {
  const words = by === 'state' ? (state_words[group.value as TestState] ?? group.value) : group.value;
  return (
    <div class={`group-head${group.down > 0 ? ' is-down' : ''}`}>
      <h2>
        {by !== 'state' && words !== '' && <span class="muted">{by}: </span>}
        {words || `no ${by}`}
      </h2>
      <span class="muted">{plural(group.tests.length, 'test')}</span>
      {by !== 'state' && group.down > 0 && (
        <span class="group-down">
          <StateGlyph state="down" /> {group.down} down
        </span>
      )}
    </div>
  );
}
