// Which tests are listed, and in which order.
import type { Ref } from 'preact';
import { format_count, plural } from '../format';
import { all_labels, label_names, sortings, toggled, view_href } from '../listing';
import type { Sorting, View } from '../listing';
import { amend, step } from '../router';
import type { OverviewTest } from '../types';

const sorting_words: Record<Sorting, string> = {
  state: 'State, then name',
  since: 'Latest change',
  name: 'Name',
  uptime: 'Lowest uptime, 7 d',
  slowest: 'Slowest, p95',
};

const most_choices = 300;

interface Props {
  view: View;
  tests: OverviewTest[];
  hits: number;
  search: Ref<HTMLInputElement>;
}

function Search({ view, search }: Pick<Props, 'view' | 'search'>) {
  // No step back leads to each letter typed.
  const change = (text: string): void => amend(view_href({ ...view, search: text }));
  return (
    <input
      ref={search}
      type="search"
      value={view.search}
      placeholder="Search tests"
      title="Key: /"
      aria-label="Search tests by name, path, label, owner, state or failure"
      autocomplete="off"
      spellcheck={false}
      onInput={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && change('')}
    />
  );
}

function Choice({ name, value, choices, choose }: {
  name: string;
  value: string;
  choices: [string, string][];
  choose: (value: string) => void;
}) {
  return (
    <label class="choice">
      <span>{name}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {choices.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

export function Filters({ view, tests, hits, search }: Props) {
  const labels = all_labels(tests).slice(0, most_choices);
  const groups = label_names(tests);
  const owned = tests.some(({ owner }) => owner);
  const free = labels.filter(({ label }) => !view.labels.includes(label));
  const go_to = (change: Partial<View>): void => step(view_href({ ...view, ...change }));
  const filtered = hits !== tests.length;
  return (
    <div class="list-filters" role="search">
      <Search view={view} search={search} />
      {labels.length > 0 && (
        <Choice
          name="Label"
          value=""
          choices={[['', view.labels.length > 0 ? 'and also…' : 'any'], ...free.map(({ label, count }): [string, string] => [label, `${label.replace('=', ': ')} (${count})`])]}
          choose={(label) => label && go_to({ labels: [...view.labels, label] })}
        />
      )}
      <Choice
        name="Group"
        value={view.group}
        choices={[['', 'none'], ['state', 'state'], ...(owned ? [['owner', 'owner'] as [string, string]] : []), ...groups.map((name): [string, string] => [name, name])]}
        choose={(group) => go_to({ group })}
      />
      <Choice
        name="Sort"
        value={view.sort}
        choices={sortings.map((sort) => [sort, sorting_words[sort]])}
        choose={(sort) => go_to({ sort: sort as Sorting })}
      />
      <span class="hits muted" role="status">
        {filtered ? `${format_count(hits)} of ${plural(tests.length, 'test')}` : plural(tests.length, 'test')}
      </span>
      {(view.labels.length > 0 || view.states.length > 0) && (
        <p class="chosen">
          {view.labels.map((label) => (
            <button
              key={label}
              type="button"
              class="chip"
              aria-label={`Do not ask for the label ${label} any more`}
              onClick={() => go_to({ labels: toggled(view.labels, label) })}
            >
              {label.replace('=', ': ')} <span aria-hidden="true">×</span>
            </button>
          ))}
          <button type="button" class="link" onClick={() => go_to({ labels: [], states: [], search: '' })}>
            Show all tests
          </button>
        </p>
      )}
    </div>
  );
}
