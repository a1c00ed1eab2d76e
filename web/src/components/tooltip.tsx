// A small panel beside what the pointer or the focus is on.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

const gap = 8;

/** Hidden from assistive technology: whatever it explains carries the same words as its name. */
export function Tooltip({ anchor, children }: { anchor: Element; children: ComponentChildren }) {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = panel;
    if (!current) return;
    const place = (): void => {
      const { style, offsetWidth, offsetHeight } = current;
      const box = anchor.getBoundingClientRect();
      const left = box.left + box.width / 2 - offsetWidth / 2;
      const above = box.top - offsetHeight - gap;
      style.left = `${Math.max(gap, Math.min(left, document.documentElement.clientWidth - offsetWidth - gap))}px`;
      style.top = `${above >= gap ? above : box.bottom + gap}px`;
    };
    place();
    // What is in it may come later.
    const watch = new ResizeObserver(place);
    watch.observe(current);
    return () => watch.disconnect();
  }, [anchor]);
  return (
    <div class="tooltip" ref={panel} aria-hidden="true">
      {children}
    </div>
  );
}
