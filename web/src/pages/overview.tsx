// All tests, broken ones first.
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { get_all_tests } from '../api';
import { Frame } from '../components/frame';
import { TestRow } from '../components/test_row';
import { Totals } from '../components/totals';
import { plural } from '../format';
import { stale, use_connection, use_live_data } from '../live_hooks';
import { amend } from '../router';
import type { Place } from '../router';
import { by_state_and_name, keep_unchanged, matches } from '../tests';
import type { Test } from '../types';

/** A row that changes its state changes its place; the element that had the focus keeps it. */
function use_kept_focus() {
  const focused = document.activeElement;
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    if (!(focused instanceof HTMLElement) || document.activeElement === focused) return;
    if (list.current?.contains(focused) && document.activeElement === document.body)
      focused.focus({ preventScroll: true });
  });
  return list;
}

function List({ tests }: { tests: Test[] }) {
  const list = use_kept_focus();
  return (
    <ul class="test-list" role="list" ref={list}>
      {tests.map((test) => (
        <TestRow key={test.name} test={test} />
      ))}
    </ul>
  );
}

function Search({ value, hits, total }: { value: string; hits: number; total: number }) {
  const change = (text: string): void => amend(text ? `/?q=${encodeURIComponent(text)}` : '/');
  return (
    <div class="search" role="search">
      <input
        type="search"
        value={value}
        placeholder="Search tests"
        aria-label="Search tests by name, path, state or failure"
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => change(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && change('')}
      />
      <span class="muted" role="status">
        {value ? `${hits} of ${plural(total, 'test')}` : plural(total, 'test')}
      </span>
    </div>
  );
}

export function Overview({ place }: { place: Place }) {
  const { status } = use_connection();
  const { data: tests, refusal } = use_live_data<Test[]>(
    '/tests',
    async (before, signal) => keep_unchanged(before, await get_all_tests(signal)),
    { apply: () => stale },
  );
  const search = new URLSearchParams(place.search).get('q') ?? '';
  const shown = useMemo(
    () => (tests ?? []).filter((test) => matches(test, search)).sort(by_state_and_name),
    [tests, search],
  );
  return (
    <Frame title={null}>
      {status && <Totals status={status} />}
      {!tests && <p class="loading">{refusal ? refusal.message : 'Asking canaryd…'}</p>}
      {tests && tests.length > 0 && <Search value={search} hits={shown.length} total={tests.length} />}
      {tests && tests.length === 0 && (
        <p class="empty">
          Register one with <code>register_test</code> in{' '}
          {status?.config.file ? <code>{status.config.file}</code> : 'the configuration'}, and it appears here.
        </p>
      )}
      {tests && shown.length === 0 && tests.length > 0 && <p class="empty">No test matches “{search}”.</p>}
      {shown.length > 0 && (
        <>
          <div class="list-head" aria-hidden="true">
            <span>State</span>
            <span>Test</span>
            <span>Last outcomes</span>
            <span>Last, median</span>
            <span>Next run</span>
          </div>
          <List tests={shown} />
        </>
      )}
    </Frame>
  );
}
