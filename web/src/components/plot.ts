// The drawing of the latency chart: runs one by one, or percentiles of stretches of time.
import uPlot from 'uplot';
import { format_duration } from '../format';
import { time_labels } from '../series';
import type { RollupSeries, Series } from '../series';
import type { Range } from '../windows';

export const plot_height = 240;

export type Picture = { of: 'runs'; series: Series } | { of: 'rollups'; series: RollupSeries };

interface PlotEvents {
  hover(index: number | null): void;
  drag(from_ms: number, to_ms: number): void;
}

function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  return {
    text: of('--muted'),
    grid: of('--line'),
    line: of('--chart-line'),
    fill: of('--chart-fill'),
    p95: of('--chart-p95'),
    p99: of('--chart-p99'),
    failed: of('--down-fill'),
  };
}

function cross(ctx: CanvasRenderingContext2D, x: number, y: number, arm: number): void {
  ctx.beginPath();
  ctx.moveTo(x - arm, y - arm);
  ctx.lineTo(x + arm, y + arm);
  ctx.moveTo(x + arm, y - arm);
  ctx.lineTo(x - arm, y + arm);
  ctx.stroke();
}

/** Crosses for failures: at their duration or at the upper edge; of stretches, along the upper edge. */
function draw_failures(plot: uPlot, picture: Picture): void {
  const { ctx, bbox } = plot;
  const { failed } = colours();
  const unit = devicePixelRatio;
  const { series } = picture;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left - 6 * unit, bbox.top - 8 * unit, bbox.width + 12 * unit, bbox.height + 16 * unit);
  ctx.clip();
  ctx.strokeStyle = failed;
  series.at.forEach((at, index) => {
    const x = plot.valToPos(at, 'x', true);
    const ms = picture.of === 'runs' ? picture.series.failed_ms[index] : null;
    if (picture.of === 'runs' ? ms === null || ms === undefined : !picture.series.failed[index]) return;
    const y = Math.max(bbox.top + 4 * unit, ms ? plot.valToPos(ms, 'y', true) : 0);
    ctx.globalAlpha = 0.25;
    ctx.lineWidth = unit;
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.globalAlpha = 1;
    ctx.lineWidth = 2 * unit;
    cross(ctx, x, y, 3.5 * unit);
  });
  ctx.restore();
}

function draw_median(plot: uPlot, ms: number | null): void {
  if (ms === null) return;
  const { ctx, bbox } = plot;
  const y = plot.valToPos(ms, 'y', true);
  const unit = devicePixelRatio;
  ctx.save();
  ctx.strokeStyle = colours().text;
  ctx.lineWidth = unit;
  ctx.setLineDash([4 * unit, 4 * unit]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}

export function plot_data(picture: Picture): uPlot.AlignedData {
  const { series } = picture;
  return picture.of === 'runs'
    ? [series.at, picture.series.passed_ms, picture.series.failed_ms]
    : [series.at, picture.series.p50_ms, picture.series.p95_ms, picture.series.p99_ms];
}

function lines(picture: Picture): uPlot.Series[] {
  const { line, fill, p95, p99 } = colours();
  const many = picture.series.at.length > 400;
  if (picture.of === 'runs') {
    return [
      {},
      { stroke: line, fill, width: 1.5, spanGaps: true, points: { show: !many, size: 4, fill: line } },
      { stroke: 'transparent', points: { show: false } },
    ];
  }
  const points = { show: picture.series.at.length < 40, size: 4 };
  return [
    {},
    { stroke: line, fill, width: 2, points: { ...points, fill: line } },
    { stroke: p95, width: 1.5, points: { ...points, fill: p95 } },
    { stroke: p99, width: 1, dash: [4, 3], points: { show: false } },
  ];
}

/** `current` is read at each drawing, so that data may change under the plot; what kind it is of may not. */
export function make_plot(
  box: HTMLElement,
  current: { picture: Picture; range: Range },
  events: PlotEvents,
): uPlot {
  const { text, grid } = colours();
  const axis: uPlot.Axis = {
    stroke: text,
    font: '11px system-ui, sans-serif',
    grid: { stroke: grid, width: 1 },
    ticks: { stroke: grid, width: 1, size: 4 },
  };
  return new uPlot(
    {
      width: Math.max(200, box.clientWidth),
      height: plot_height,
      padding: [10, 16, 0, 0],
      legend: { show: false },
      cursor: { drag: { x: true, y: false, setScale: false, dist: 6 }, y: false, points: { show: true, size: 7 } },
      scales: {
        x: { time: true, range: () => [current.range.from / 1000, current.range.to / 1000] },
        y: { range: () => [0, current.picture.series.top_ms] },
      },
      axes: [
        { ...axis, values: (_, splits) => time_labels(splits), space: 64, size: 30 },
        {
          ...axis,
          values: (_, splits) => splits.map((ms) => (ms === 0 ? '0' : format_duration(ms))),
          size: 62,
          space: 36,
        },
      ],
      series: lines(current.picture),
      hooks: {
        draw: [
          (plot) => {
            if (current.picture.of === 'runs') draw_median(plot, current.picture.series.median_ms);
            draw_failures(plot, current.picture);
          },
        ],
        setCursor: [
          (plot) =>
            events.hover(plot.cursor.left !== undefined && plot.cursor.left >= 0 ? (plot.cursor.idx ?? null) : null),
        ],
        setSelect: [
          (plot) => {
            const { left, width } = plot.select;
            if (width < 3) return;
            events.drag(plot.posToVal(left, 'x') * 1000, plot.posToVal(left + width, 'x') * 1000);
            plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          },
        ],
      },
    },
    plot_data(current.picture),
    box,
  );
}
