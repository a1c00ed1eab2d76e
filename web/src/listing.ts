// Which tests the overview shows, in which order: a view, which stands in the address.
import type { OverviewTest, TestState } from './types';

export const states: readonly TestState[] = ['down', 'unknown', 'up', 'maintenance', 'paused'];
export const sortings = ['state', 'since', 'name', 'uptime', 'slowest'] as const;
export type Sorting = (typeof sortings)[number];

export interface View {
  search: string;
  /** Empty: all. */
  states: TestState[];
  /** As the API takes them: 'name=value', or 'name' for any value. A test has them all. */
  labels: string[];
  /** A label's name, 'owner', 'state', or '' for none. */
  group: string;
  sort: Sorting;
}

export const whole_view: View = { search: '', states: [], labels: [], group: '', sort: 'state' };

/** `search` as in the address, with '?'. What makes no sense is left out. */
export function parse_view(search: string): View {
  const query = new URLSearchParams(search);
  const named = (query.get('state') ?? '').split(',');
  const sort = sortings.find((each) => each === query.get('sort')) ?? 'state';
  return {
    search: query.get('q') ?? '',
    states: states.filter((state) => named.includes(state)),
    labels: [...new Set(query.getAll('label').filter((label) => /^[^=]/.test(label)))],
    group: query.get('group') ?? '',
    sort,
  };
}

/** The address of a view. */
export function view_href(view: View): string {
  const query = new URLSearchParams();
  if (view.search) query.set('q', view.search);
  if (view.states.length > 0) query.set('state', view.states.join(','));
  for (const label of view.labels) query.append('label', label);
  if (view.group) query.set('group', view.group);
  if (view.sort !== 'state') query.set('sort', view.sort);
  const text = query.toString();
  return text ? `/?${text}` : '/';
}

export const toggled = <T>(all: T[], one: T): T[] =>
  all.includes(one) ? all.filter((each) => each !== one) : [...all, one];

const labels_of = (test: OverviewTest): [string, string][] => Object.entries(test.labels ?? {});

/** Each 'name=value' that some test has, with how many have it, by name and value. */
export function all_labels(tests: OverviewTest[]): { label: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const test of tests)
    for (const [name, value] of labels_of(test)) {
      const label = `${name}=${value}`;
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
  return [...counts].map(([label, count]) => ({ label, count })).sort((a, b) => names.compare(a.label, b.label));
}

/** The names of labels, by name. */
export const label_names = (tests: OverviewTest[]): string[] =>
  [...new Set(tests.flatMap((test) => labels_of(test).map(([name]) => name)))].sort(names.compare);

const names = new Intl.Collator('en', { numeric: true });
const order: Record<TestState, number> = { down: 0, unknown: 1, up: 2, maintenance: 3, paused: 4 };
const rank = (test: OverviewTest): number => order[test.state] ?? 1;
const since = (test: OverviewTest): number => (test.state_since === null ? 0 : Date.parse(test.state_since));

const comparisons: Record<Sorting, (a: OverviewTest, b: OverviewTest) => number> = {
  state: (a, b) => rank(a) - rank(b),
  // What has just changed is what one looks for.
  since: (a, b) => since(b) - since(a),
  name: () => 0,
  uptime: (a, b) => (a.uptime['7d'] ?? 2) - (b.uptime['7d'] ?? 2),
  slowest: (a, b) => (b.p95_ms ?? -1) - (a.p95_ms ?? -1),
};

/** Whether each word of `search` is somewhere in what is known of the test. */
export function matches(test: OverviewTest, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const labels = labels_of(test).map(([name, value]) => `${name}=${value}`);
  const last = test.last?.status === 'failed' ? [test.last.class, test.last.fail_cause] : [];
  const text = [test.name, test.path, test.state, test.owner, test.description, ...labels, ...last]
    .join('\n')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

function has_label(test: OverviewTest, label: string): boolean {
  return labels_of(test).some(([name, value]) => name === label || `${name}=${value}` === label);
}

/** The tests that a view shows, in its order; of two that are alike the name tells. */
export function tests_of_view(tests: OverviewTest[], view: View): OverviewTest[] {
  const compare = comparisons[view.sort];
  return tests
    .filter(
      (test) =>
        (view.states.length === 0 || view.states.includes(test.state)) &&
        view.labels.every((label) => has_label(test, label)) &&
        matches(test, view.search),
    )
    .sort((a, b) => compare(a, b) || names.compare(a.name, b.name));
}

export interface Group {
  /** '' where a test has no such label. */
  value: string;
  tests: OverviewTest[];
  down: number;
}

function group_value(test: OverviewTest, group: string): string {
  if (group === 'state') return test.state;
  if (group === 'owner') return test.owner ?? '';
  return test.labels?.[group] ?? '';
}

/** Groups with something broken first, those without a value last; within each the order stays. */
export function grouped(tests: OverviewTest[], group: string): Group[] {
  const groups = new Map<string, Group>();
  for (const test of tests) {
    const value = group_value(test, group);
    const known = groups.get(value) ?? { value, tests: [], down: 0 };
    known.tests.push(test);
    if (test.state === 'down') known.down += 1;
    groups.set(value, known);
  }
  const all = [...groups.values()];
  if (group === 'state') return all;
  return all.sort(
    (a, b) =>
      Number(b.down > 0) - Number(a.down > 0) ||
      Number(a.value === '') - Number(b.value === '') ||
      names.compare(a.value, b.value),
  );
}

/** Broken now, the newest incident first. */
export const broken_tests = (tests: OverviewTest[]): OverviewTest[] =>
  tests.filter(({ state }) => state === 'down').sort((a, b) => since(b) - since(a) || names.compare(a.name, b.name));

export function count_states(tests: OverviewTest[]): Record<TestState | 'total' | 'running', number> {
  const counts = { down: 0, unknown: 0, up: 0, maintenance: 0, paused: 0, total: tests.length, running: 0 };
  for (const test of tests) {
    counts[test.state] += 1;
    counts.running += test.running.length;
  }
  return counts;
}
