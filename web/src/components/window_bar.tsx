// Which stretch of time is looked at: the usual windows, and steps from where the reader is.
import { format_span, format_time } from '../format';
import { step } from '../router';
import { moved, scaled, window_search, windows, zoomed_search } from '../windows';
import type { Chosen, Range } from '../windows';

interface WindowBarProps {
  path: string;
  search: string;
  chosen: Chosen;
  range: Range;
  now: number;
}

export function WindowBar({ path, search, chosen, range, now }: WindowBarProps) {
  const to = (next: Range): void => step(path + zoomed_search(search, next));
  const at_end = range.to >= Math.floor(now / 60_000) * 60_000;
  const zoomed = 'from' in chosen;
  const button = (name: string, text: string, next: () => Range, disabled = false) => (
    <button
      type="button"
      class="step-button"
      aria-label={name}
      title={name}
      aria-disabled={disabled}
      onClick={() => !disabled && to(next())}
    >
      {text}
    </button>
  );
  return (
    <div class="window-bar">
      {zoomed && (
        <span class="window-zoomed" role="status">
          {format_time(new Date(range.from))} – {format_time(new Date(range.to), new Date(range.from))} (
          {format_span(range.to - range.from)})
        </span>
      )}
      <div class="window-steps" role="group" aria-label="Move and zoom">
        {button('Earlier', '‹', () => moved(range, -0.5, now))}
        {button('Zoom out', '−', () => scaled(range, 2, now))}
        {button('Zoom in', '+', () => scaled(range, 0.5, now))}
        {button('Later', '›', () => moved(range, 0.5, now), at_end)}
      </div>
      <nav class="filters" aria-label="Window of time">
        {windows.map(({ key, label }) => (
          <a
            key={key}
            href={path + window_search(search, key)}
            data-step
            aria-current={!zoomed && chosen.key === key ? 'true' : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
    </div>
  );
}
