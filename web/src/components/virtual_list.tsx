// A list that has as many elements as fit the screen, whatever its length. The page scrolls, not a box within it; each
// row knows its place among all (aria-posinset), so that screen readers count right. The row that has the focus stays,
// wherever the reader scrolls.
import type { ComponentChild } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { offsets_of, window_of } from '../virtual';

export interface ListItem {
  key: string;
  kind: 'row' | 'head';
  /** From 1, among the rows; of a row. */
  place?: number;
}

interface Props<T extends ListItem> {
  items: T[];
  /** Of rows. */
  total: number;
  label: string;
  draw: (item: T) => ComponentChild;
}

const beyond = 600;

interface Measures {
  row: number;
  head: number;
}

/** Drawn once, unseen: style sheets alone say how high rows are. */
function measure(list: HTMLElement): Measures {
  const height = (selector: string): number => list.querySelector<HTMLElement>(selector)?.offsetHeight ?? 0;
  return { row: height('.probe-row') || 60, head: height('.probe-head') || 40 };
}

/** Scrolls a place of the list to where it can be read, clear of what sticks to the top. */
function reveal(list: HTMLElement, top: number, height: number): void {
  const margin = 90;
  const at = list.getBoundingClientRect().top + top;
  if (at < margin) scrollBy(0, at - margin);
  else if (at + height > innerHeight - 16) scrollBy(0, at + height - innerHeight + 16);
}

export interface VirtualListHandle {
  /** Puts the focus on the main link of a row, after scrolling to it. */
  focus(key: string): void;
}

export function VirtualList<T extends ListItem>({
  items,
  total,
  label,
  draw,
  handle,
}: Props<T> & { handle?: { current: VirtualListHandle | null } }) {
  const list = useRef<HTMLUListElement>(null);
  const [measures, set_measures] = useState<Measures>({ row: 60, head: 40 });
  const [seen, see] = useState({ first: 0, end: 24 });
  const [held, hold] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  const offsets = useMemo(() => offsets_of(items.map(({ kind }) => measures[kind])), [items, measures]);

  const look = useCallback((): void => {
    if (!list.current) return;
    const top = -list.current.getBoundingClientRect().top;
    const next = window_of(offsets, top, innerHeight, beyond);
    see((now) => (now.first === next.first && now.end === next.end ? now : next));
  }, [offsets]);

  useLayoutEffect(() => {
    const resized = (): void => {
      if (!list.current) return;
      const next = measure(list.current);
      set_measures((now) => (now.row === next.row && now.head === next.head ? now : next));
      look();
    };
    resized();
    // What stands above the list may grow and shrink: then the list is elsewhere, though nothing scrolled.
    const watch = new ResizeObserver(resized);
    watch.observe(document.body);
    addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      removeEventListener('scroll', look);
    };
  }, [look]);

  // A row that changes its state changes its place; the element that had the focus keeps it.
  const had_focus = document.activeElement;
  useLayoutEffect(() => {
    if (!(had_focus instanceof HTMLElement) || document.activeElement === had_focus) return;
    if (document.activeElement === document.body && list.current?.contains(had_focus))
      had_focus.focus({ preventScroll: true });
  });

  useLayoutEffect(() => {
    if (wanted.current === null || !list.current) return;
    const row = list.current.querySelector<HTMLElement>(`[data-key="${CSS.escape(wanted.current)}"]`);
    const link = row?.querySelector<HTMLElement>('a.name');
    if (!link) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  });

  if (handle)
    handle.current = {
      focus: (key) => {
        const at = items.findIndex((item) => item.key === key);
        if (at < 0 || !list.current) return;
        wanted.current = key;
        hold(key);
        reveal(list.current, offsets[at] ?? 0, (offsets[at + 1] ?? 0) - (offsets[at] ?? 0));
        look();
        see((now) => ({ ...now }));
      },
    };

  const drawn: [T, number][] = [];
  const held_at = held === null ? -1 : items.findIndex(({ key }) => key === held);
  const put = (at: number): void => {
    const item = items[at];
    if (item) drawn.push([item, offsets[at] ?? 0]);
  };
  if (held_at >= 0 && held_at < seen.first) put(held_at);
  for (let at = seen.first; at < Math.min(seen.end, items.length); at += 1) put(at);
  if (held_at >= seen.end) put(held_at);

  const focused = (event: FocusEvent): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null;
    hold(row?.dataset['key'] ?? null);
  };
  return (
    <ul
      class="test-list"
      role="list"
      aria-label={label}
      ref={list}
      style={{ height: `${offsets[items.length] ?? 0}px` }}
      onFocusIn={focused}
    >
      {drawn.map(([item, top]) => (
        <li
          key={item.key}
          class={`placed placed-${item.kind}`}
          data-key={item.key}
          aria-posinset={item.place}
          aria-setsize={item.kind === 'row' ? total : undefined}
          style={{ top: `${top}px` }}
        >
          {draw(item)}
        </li>
      ))}
      <li class="probe" aria-hidden="true">
        <div class="probe-row" />
        <div class="probe-head" />
      </li>
    </ul>
  );
}
