// Durations over time, with what did not pass marked by crosses. A drag zooms; so do + and −, and the arrow keys move.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { JSX } from 'preact';
import type uPlot from 'uplot';
import { format_count, format_duration, format_time, plural } from '../format';
import { go } from '../router';
import { run_path } from '../routes';
import { theme_changes } from '../theme';
import { dragged } from '../windows';
import type { Range } from '../windows';
import { ClassTag, status_words, StatusGlyph } from './glyph';
import { make_plot, plot_data, plot_height } from './plot';
import type { Picture } from './plot';

function summary(picture: Picture): string {
  const keys = 'Arrow keys choose a point, Enter opens it, plus and minus zoom.';
  if (picture.of === 'runs') {
    const { runs, failed_ms, median_ms } = picture.series;
    const failed = failed_ms.filter((ms) => ms !== null).length;
    return `Durations of ${plural(runs.length, 'run')}: p50 ${format_duration(median_ms)}, ${failed} did not pass. ${keys}`;
  }
  const failed = picture.series.failed.reduce((sum, each) => sum + each, 0);
  return `Percentiles of the durations in ${plural(picture.series.at.length, 'stretch', 'stretches')} of time; ${plural(failed, 'run')} failed. ${keys}`;
}

function Caption({ picture, index }: { picture: Picture; index: number | null }) {
  if (picture.of === 'runs') {
    const run = index === null ? undefined : picture.series.runs[index];
    if (run) {
      return (
        <>
          <StatusGlyph status={run.status} /> {status_words[run.status]} <ClassTag name={run.class} />{' '}
          <strong>{format_duration(run.duration_ms)}</strong> {format_time(new Date(run.start_at))}
        </>
      );
    }
    return (
      <>
        <span class="key key-passed">passed</span>
        <span class="key key-failed">did not pass</span>
        <span class="key key-median">p50 of the passes {format_duration(picture.series.median_ms)}</span>
      </>
    );
  }
  const stretch = index === null ? undefined : picture.series.rollups[index];
  return (
    <>
      {stretch && <span>{format_time(new Date(stretch.since))}</span>}
      <span class="key key-passed">p50 {stretch && <strong>{format_duration(stretch.duration_ms?.p50)}</strong>}</span>
      <span class="key key-p95">p95 {stretch && <strong>{format_duration(stretch.duration_ms?.p95)}</strong>}</span>
      <span class="key key-p99">p99 {stretch && <strong>{format_duration(stretch.duration_ms?.p99)}</strong>}</span>
      {stretch ? (
        <span class={stretch.failed > 0 ? 'bad' : undefined}>
          {format_count(stretch.failed)} of {format_count(stretch.runs)} failed
        </span>
      ) : (
        <span class="key key-failed">failures</span>
      )}
    </>
  );
}

interface ChartProps {
  picture: Picture;
  range: Range;
  zoom(to: Range): void;
  scale(factor: number): void;
}

export function LatencyChart({ picture, range, zoom, scale }: ChartProps) {
  const current = useRef({ picture, range, zoom });
  Object.assign(current.current, { picture, range, zoom });
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const pressed_at = useRef(0);
  const [hovered, hover] = useState<number | null>(null);
  const count = picture.series.at.length;
  const many = count > 400;

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const events = {
      hover,
      drag: (from: number, to: number) => current.current.zoom(dragged(from, to)),
    };
    const begin = (): void => {
      plot.current?.destroy();
      plot.current = make_plot(element, current.current, events);
    };
    begin();
    theme_changes.addEventListener('change', begin);
    const resize = new ResizeObserver(() =>
      plot.current?.setSize({ width: Math.max(200, element.clientWidth), height: plot_height }),
    );
    resize.observe(element);
    return () => {
      theme_changes.removeEventListener('change', begin);
      resize.disconnect();
      plot.current?.destroy();
      plot.current = null;
    };
  }, [picture.of, many]);

  useEffect(() => {
    plot.current?.setData(plot_data(picture));
    hover(null);
  }, [picture, range.from, range.to]);

  const choose = (index: number): void => {
    const at = picture.series.at[index];
    if (!plot.current || at === undefined) return;
    plot.current.setCursor({ left: plot.current.valToPos(at, 'x'), top: 10 });
    hover(index);
  };
  const open = (index: number | null): void => {
    if (index === null) return;
    if (picture.of === 'runs') {
      const run = picture.series.runs[index];
      if (run) go(run_path(run.id));
    } else {
      const stretch = picture.series.rollups[index];
      if (stretch) zoom({ from: Date.parse(stretch.since), to: Date.parse(stretch.until) });
    }
  };
  const on_key = (event: JSX.TargetedKeyboardEvent<HTMLDivElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = hovered ?? count;
    if (event.key === 'ArrowLeft') choose(Math.max(0, at - 1));
    else if (event.key === 'ArrowRight') choose(Math.min(count - 1, hovered === null ? 0 : at + 1));
    else if (event.key === 'Home') choose(0);
    else if (event.key === 'End') choose(count - 1);
    else if (event.key === 'Enter') open(hovered);
    else if (event.key === '+' || event.key === '=') scale(0.5);
    else if (event.key === '-') scale(2);
    else return;
    event.preventDefault();
  };

  return (
    <figure class="chart">
      <div
        class="chart-box"
        role="application"
        aria-label={summary(picture)}
        tabIndex={0}
        ref={box}
        onKeyDown={on_key}
        onPointerDown={(event) => (pressed_at.current = event.clientX)}
        onClick={(event) => Math.abs(event.clientX - pressed_at.current) < 5 && open(hovered)}
      />
      <figcaption class="chart-caption" aria-live="polite">
        <Caption picture={picture} index={hovered} />
      </figcaption>
    </figure>
  );
}
