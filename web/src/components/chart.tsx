// Durations of runs over time, with what did not pass marked by crosses.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { format_duration, format_time } from '../format';
import { go } from '../router';
import { run_path } from '../routes';
import { time_labels, to_series } from '../series';
import type { Series } from '../series';
import type { RunSummary } from '../types';
import { theme_changes } from '../theme';
import { ClassTag, status_words, StatusGlyph } from './glyph';

const height = 220;

function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  return {
    text: of('--muted'),
    grid: of('--line'),
    line: of('--chart-line'),
    fill: of('--chart-fill'),
    failed: of('--down-fill'),
    median: of('--muted'),
  };
}

/** Crosses for failures, at their duration or at the upper edge, and a dashed line at the median. */
function draw_marks(plot: uPlot, series: Series): void {
  const { ctx, bbox } = plot;
  const { failed, median } = colours();
  const unit = devicePixelRatio;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left - 6 * unit, bbox.top - 8 * unit, bbox.width + 12 * unit, bbox.height + 16 * unit);
  ctx.clip();
  if (series.median_ms !== null) {
    const y = plot.valToPos(series.median_ms, 'y', true);
    ctx.strokeStyle = median;
    ctx.lineWidth = unit;
    ctx.setLineDash([4 * unit, 4 * unit]);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    ctx.setLineDash([]);
  }
  ctx.strokeStyle = failed;
  series.failed_ms.forEach((ms, index) => {
    const at = series.at[index];
    if (ms === null || at === undefined) return;
    const x = plot.valToPos(at, 'x', true);
    const y = Math.max(bbox.top + 4 * unit, plot.valToPos(ms, 'y', true));
    ctx.globalAlpha = 0.25;
    ctx.lineWidth = unit;
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.globalAlpha = 1;
    ctx.lineWidth = 2 * unit;
    const arm = 3.5 * unit;
    ctx.beginPath();
    ctx.moveTo(x - arm, y - arm);
    ctx.lineTo(x + arm, y + arm);
    ctx.moveTo(x + arm, y - arm);
    ctx.lineTo(x - arm, y + arm);
    ctx.stroke();
  });
  ctx.restore();
}

function make(box: HTMLElement, current: { series: Series }, hover: (index: number | null) => void): uPlot {
  const { text, grid, line, fill } = colours();
  const font = '11px system-ui, sans-serif';
  const axis: uPlot.Axis = {
    stroke: text,
    font,
    grid: { stroke: grid, width: 1 },
    ticks: { stroke: grid, width: 1, size: 4 },
  };
  const data = (series: Series): uPlot.AlignedData => [series.at, series.passed_ms, series.failed_ms];
  return new uPlot(
    {
      width: Math.max(200, box.clientWidth),
      height,
      padding: [10, 24, 0, 0],
      legend: { show: false },
      cursor: { drag: { x: false, y: false }, y: false, points: { show: true, size: 7 } },
      scales: { x: { time: true }, y: { range: () => [0, current.series.top_ms] } },
      axes: [
        { ...axis, values: (_, splits) => time_labels(splits), space: 64, size: 30 },
        {
          ...axis,
          values: (_, splits) => splits.map((ms) => (ms === 0 ? '0' : format_duration(ms))),
          size: 62,
          space: 36,
        },
      ],
      series: [
        {},
        { stroke: line, fill, width: 1.5, spanGaps: true, points: { show: true, size: 4, fill: line } },
        { stroke: 'transparent', points: { show: false } },
      ],
      hooks: {
        draw: [(plot) => draw_marks(plot, current.series)],
        setCursor: [
          (plot) => hover(plot.cursor.left !== undefined && plot.cursor.left >= 0 ? (plot.cursor.idx ?? null) : null),
        ],
      },
    },
    data(current.series),
    box,
  );
}

function summary(series: Series): string {
  const failed = series.failed_ms.filter((ms) => ms !== null).length;
  return `Durations of the last ${series.runs.length} runs: median ${format_duration(series.median_ms)}, ${failed} did not pass. The list of runs has the figures.`;
}

export function LatencyChart({ runs }: { runs: RunSummary[] }) {
  const series = useMemo(() => to_series(runs), [runs]);
  const current = useRef({ series });
  current.current.series = series;
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const [hovered, hover] = useState<number | null>(null);
  const run = hovered === null ? null : series.runs[hovered];

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const begin = (): void => {
      plot.current?.destroy();
      plot.current = make(element, current.current, hover);
    };
    begin();
    theme_changes.addEventListener('change', begin);
    const resize = new ResizeObserver(() =>
      plot.current?.setSize({ width: Math.max(200, element.clientWidth), height }),
    );
    resize.observe(element);
    return () => {
      theme_changes.removeEventListener('change', begin);
      resize.disconnect();
      plot.current?.destroy();
      plot.current = null;
    };
  }, []);

  useEffect(() => {
    plot.current?.setData([series.at, series.passed_ms, series.failed_ms]);
  }, [series]);

  return (
    <figure class="chart">
      <div
        class="chart-box"
        role="img"
        aria-label={summary(series)}
        ref={box}
        onClick={() => run && go(run_path(run.id))}
      />
      <figcaption class="chart-caption">
        {run ? (
          <>
            <StatusGlyph status={run.status} /> {status_words[run.status]} <ClassTag name={run.class} />{' '}
            <strong>{format_duration(run.duration_ms)}</strong> {format_time(new Date(run.start_at))}
          </>
        ) : (
          <>
            <span class="key key-passed">passed</span>
            <span class="key key-failed">did not pass</span>
            <span class="key key-median">median of the passes {format_duration(series.median_ms)}</span>
          </>
        )}
      </figcaption>
    </figure>
  );
}
