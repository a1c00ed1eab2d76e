import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all_labels, broken_tests, grouped, matches, parse_view, tests_of_view, toggled, view_href, whole_view } from '../src/listing';
import type { View } from '../src/listing';
import { run, test_of } from './samples';

const names = (tests: { name: string }[]): string[] => tests.map(({ name }) => name);

const tests = [
  test_of({ name: 'paused', state: 'paused' }),
  test_of({ name: 'b10', state: 'up', labels: { team: 'shop', tier: '1' }, p95_ms: 20, state_since: '2026-05-01T12:00:00Z' }),
  test_of({ name: 'b9', state: 'up', labels: { team: 'pay' }, p95_ms: 900 }),
  test_of({ name: 'z', state: 'down', labels: { team: 'shop' }, state_since: '2026-05-01T13:00:00Z' }),
  test_of({ name: 'y', state: 'down', uptime: { '24h': 0, '7d': 0.5, '30d': 1 }, state_since: '2026-05-01T14:00:00Z' }),
  test_of({ name: 'm', state: 'unknown', owner: 'anna' }),
];

test('a view is the same after a way through the address', () => {
  const views: Partial<View>[] = [
    {},
    { search: 'a b&c=ü #?' },
    { states: ['down', 'paused'], labels: ['team=shop & pay', 'a=b=c', 'a'], group: 'team', sort: 'slowest' },
  ];
  for (const given of views) {
    const view = { ...whole_view, ...given };
    assert.deepEqual(parse_view(view_href(view).slice(1)), view);
  }
  assert.equal(view_href(whole_view), '/');
});

test('what makes no sense in an address is left out', () => {
  assert.deepEqual(parse_view('?state=broken,down&label=&label==x&sort=random&label=a=b&label=a=b'), {
    ...whole_view,
    states: ['down'],
    labels: ['a=b'],
  });
});

test('what is broken comes first, then what is not known, and names count as people do', () => {
  assert.deepEqual(names(tests_of_view(tests, whole_view)), ['y', 'z', 'm', 'b9', 'b10', 'paused']);
});

test('other orders', () => {
  for (const [sort, expected] of [
    ['since', ['y', 'z', 'b10', 'b9', 'm', 'paused']],
    ['name', ['b9', 'b10', 'm', 'paused', 'y', 'z']],
    ['slowest', ['b9', 'b10', 'm', 'paused', 'y', 'z']],
    ['uptime', ['y', 'b9', 'b10', 'm', 'paused', 'z']],
  ] as const)
    assert.deepEqual(names(tests_of_view(tests, { ...whole_view, sort })), expected, sort);
});

test('states and labels narrow the list together', () => {
  const shown = (given: Partial<View>): string[] => names(tests_of_view(tests, { ...whole_view, ...given }));
  assert.deepEqual(shown({ states: ['down'] }), ['y', 'z']);
  assert.deepEqual(shown({ labels: ['team=shop'] }), ['z', 'b10']);
  assert.deepEqual(shown({ labels: ['team=shop', 'tier=1'] }), ['b10']);
  assert.deepEqual(shown({ states: ['up'], labels: ['team=shop'], search: 'b' }), ['b10']);
  assert.deepEqual(shown({ labels: ['tier'] }), ['b10']);
  assert.deepEqual(shown({ labels: ['team=nobody'] }), []);
});

test('each word of a search must be found', () => {
  const login = test_of({
    name: 'Login page',
    path: 'auth/login.js',
    owner: 'Anna',
    labels: { team: 'shop' },
    last: run({ status: 'failed', fail_cause: 'connection refused', class: 'connect' }),
  });
  for (const search of ['', 'login', 'PAGE log', 'auth', 'refused', 'up connect', '  ', 'team=shop', 'anna'])
    assert.ok(matches(login, search), search);
  for (const search of ['logout', 'login down', 'team=pay']) assert.ok(!matches(login, search), search);
});

test('groups with something broken come first, and tests without the label last', () => {
  const groups = grouped(tests_of_view(tests, whole_view), 'team');
  assert.deepEqual(
    groups.map(({ value, down, tests: members }) => [value, down, names(members)]),
    [
      ['shop', 1, ['z', 'b10']],
      ['', 1, ['y', 'm', 'paused']],
      ['pay', 0, ['b9']],
    ],
  );
  assert.deepEqual(
    grouped(tests_of_view(tests, whole_view), 'state').map(({ value }) => value),
    ['down', 'unknown', 'up', 'paused'],
  );
});

test('labels are counted, and the newest incident is told first', () => {
  assert.deepEqual(all_labels(tests), [
    { label: 'team=pay', count: 1 },
    { label: 'team=shop', count: 2 },
    { label: 'tier=1', count: 1 },
  ]);
  assert.deepEqual(names(broken_tests(tests)), ['y', 'z']);
  assert.deepEqual(toggled(['a'], 'b'), ['a', 'b']);
  assert.deepEqual(toggled(['a', 'b'], 'a'), ['b']);
});
