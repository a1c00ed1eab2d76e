// Many small links as one stop of the Tab key: the arrow keys move among them.
import { useRef, useState } from 'preact/hooks';
import type { JSX } from 'preact';

/**
 * `columns` is how many stand in a row: 0 where all do. Returns what the container spreads, and which link the Tab key
 * reaches: that of `first`, until another has been chosen.
 */
export function use_roving(count: number, columns: number, first: number) {
  const container = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useState<number | null>(null);
  const stop = Math.min(chosen ?? first, count - 1);
  const on_key = (event: JSX.TargetedKeyboardEvent<HTMLDivElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const steps: Record<string, number> = {
      ArrowLeft: stop - 1,
      ArrowRight: stop + 1,
      ArrowUp: stop - columns,
      ArrowDown: stop + columns,
      Home: columns > 0 ? stop - (stop % columns) : 0,
      End: columns > 0 ? Math.min(count - 1, stop - (stop % columns) + columns - 1) : count - 1,
    };
    const target = steps[event.key];
    if (target === undefined || (columns === 0 && (event.key === 'ArrowUp' || event.key === 'ArrowDown'))) return;
    event.preventDefault();
    if (target < 0 || target >= count) return;
    choose(target);
    container.current?.querySelector<HTMLElement>(`[data-place="${target}"]`)?.focus();
  };
  return {
    container: { ref: container, onKeyDown: on_key },
    place: (index: number) => ({ 'data-place': index, tabIndex: index === stop ? 0 : -1 }),
  };
}
