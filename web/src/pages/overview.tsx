// All tests, broken ones first.
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { get_overview } from '../api';
import { Broken } from '../components/broken';
import { Filters } from '../components/filters';
import { Frame } from '../components/frame';
import { GroupHead } from '../components/group_head';
import { TestRow } from '../components/test_row';
import { Totals } from '../components/totals';
import { VirtualList } from '../components/virtual_list';
import type { ListItem, VirtualListHandle } from '../components/virtual_list';
import { use_keys } from '../keys';
import { grouped, parse_view, tests_of_view } from '../listing';
import type { Group, View } from '../listing';
import { stale, use_connection, use_live, use_live_data } from '../live_hooks';
import { after_events, stale_overview, with_outcomes_of } from '../overview';
import type { Place } from '../router';
import type { OverviewTest } from '../types';

/** What no event tells, uptime and percentiles, is asked for so often, */
const past_every_ms = 60_000;
/** and so soon after a test has changed its state, */
const past_soon_ms = 1_500;
/** with at least so much time between. */
const past_least_ms = 10_000;

type Item = ListItem & ({ test: OverviewTest } | { group: Group });

function items_of(tests: OverviewTest[], view: View): Item[] {
  const row = (test: OverviewTest, at: number): Item => ({ key: `t:${test.name}`, kind: 'row', place: at + 1, test });
  if (!view.group) return tests.map(row);
  const out: Item[] = [];
  let place = 0;
  for (const group of grouped(tests, view.group)) {
    out.push({ key: `g:${group.value}`, kind: 'head', group });
    for (const test of group.tests) out.push(row(test, place++));
  }
  return out;
}

function use_tests() {
  const live = use_live();
  const fed = use_live_data<OverviewTest[]>('/overview', (_, signal) => get_overview(true, signal), {
    apply: (tests, events) => {
      const next = after_events(tests, events);
      return next === stale_overview ? stale : next;
    },
  });
  const refresh = useRef<() => void>(() => undefined);
  refresh.current = () => {
    const before = fed.data;
    if (!before || document.hidden || live.failures > 0) return;
    void get_overview(false).then(
      (now) => fed.update((latest) => with_outcomes_of(latest, now)),
      () => undefined,
    );
  };
  useEffect(() => {
    let timer = 0;
    let due = 0;
    let asked = 0;
    const plan = (wait: number): void => {
      const at = Math.max(Date.now() + wait, asked + past_least_ms);
      if (timer && at >= due) return;
      clearTimeout(timer);
      due = at;
      timer = window.setTimeout(() => {
        timer = 0;
        asked = Date.now();
        refresh.current();
        plan(past_every_ms);
      }, at - Date.now());
    };
    plan(past_every_ms);
    const stop = live.on_events((events) => {
      if (events.some(({ kind }) => kind === 'test_state')) plan(past_soon_ms);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [live]);
  return fed;
}

/** j and k, and the arrows where the focus is in the list, go from test to test. */
function use_walk(items: Item[], handle: { current: VirtualListHandle | null }): void {
  const rows = useMemo(() => items.filter(({ kind }) => kind === 'row').map(({ key }) => key), [items]);
  use_keys((key, target) => {
    const focused = target.closest<HTMLElement>('.placed-row')?.dataset['key'];
    const by_arrow = key === 'ArrowDown' || key === 'ArrowUp' || key === 'Home' || key === 'End';
    if (by_arrow && (focused === undefined || target.matches('select, .bar'))) return false;
    const at = focused === undefined ? -1 : rows.indexOf(focused);
    const places: Record<string, number> = {
      j: at + 1,
      ArrowDown: at + 1,
      k: at < 0 ? 0 : at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: rows.length - 1,
    };
    const next = places[key];
    if (next === undefined) return false;
    const row = rows[Math.max(0, Math.min(rows.length - 1, next))];
    if (row !== undefined) handle.current?.focus(row);
    return true;
  });
}

const draw = (by: string) => (item: Item) =>
  'test' in item ? <TestRow test={item.test} /> : <GroupHead group={item.group} by={by} />;

function List({ tests, view }: { tests: OverviewTest[]; view: View }) {
  const handle = useRef<VirtualListHandle | null>(null);
  const items = useMemo(() => items_of(tests, view), [tests, view.group]);
  use_walk(items, handle);
  return (
    <>
      <div class="list-head" aria-hidden="true">
        <span>State</span>
        <span>Test</span>
        <span>Last 60 outcomes</span>
        <span class="head-uptimes">
          <span>24 h</span>
          <span>7 d</span>
          <span>30 d</span>
        </span>
        <span>p50, p95</span>
        <span>Next run</span>
      </div>
      <VirtualList items={items} total={tests.length} label="Tests" draw={draw(view.group)} handle={handle} />
    </>
  );
}

export function Overview({ place }: { place: Place }) {
  const { status } = use_connection();
  const { data: tests, refusal } = use_tests();
  const search = useRef<HTMLInputElement>(null);
  const view = useMemo(() => parse_view(place.search), [place.search]);
  const shown = useMemo(() => tests_of_view(tests ?? [], view), [tests, view]);
  use_keys((key) => {
    if (key !== '/' || !search.current) return false;
    search.current.focus();
    search.current.select();
    return true;
  });
  if (!tests) {
    return (
      <Frame title={null}>
        <p class="loading">{refusal ? refusal.message : 'Asking canaryd…'}</p>
      </Frame>
    );
  }
  return (
    <Frame title={null} tests={tests}>
      <Totals tests={tests} view={view} />
      <Broken tests={tests} />
      {tests.length > 0 && <Filters view={view} tests={tests} hits={shown.length} search={search} />}
      {tests.length === 0 && (
        <p class="empty">
          Register one with <code>register_test</code> in{' '}
          {status?.config.file ? <code>{status.config.file}</code> : 'the configuration'}, and it appears here.
        </p>
      )}
      {tests.length > 0 && shown.length === 0 && (
        <p class="empty">No test matches{view.search ? ` “${view.search}”` : ' these filters'}.</p>
      )}
      {shown.length > 0 && <List tests={shown} view={view} />}
    </Frame>
  );
}
