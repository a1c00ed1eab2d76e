// How a test fared by day and hour. Each hour is a link that zooms into it; one stop of the Tab key for all of them.
import { get_rollups } from '../api';
import { format_count, format_uptime, plural, two } from '../format';
import { use_live, use_live_data } from '../live_hooks';
import { badness, stretch_of_rollup, to_days } from '../stretches';
import type { Stretch } from '../stretches';
import { test_path } from '../routes';
import { zoomed_search } from '../windows';
import { use_rarely } from './rarely';
import { use_roving } from './roving';

const hours = [...Array(24).keys()];
const day_ms = 86_400_000;
const day_name = new Intl.DateTimeFormat('en', { weekday: 'short', day: 'numeric', month: 'short' });

function spoken(at: Date, hour: number, stretch: Stretch): string {
  const verdicts = stretch.runs - stretch.untold;
  const share = verdicts > 0 ? `, uptime ${format_uptime(1 - stretch.failed / verdicts)}` : '';
  return `${day_name.format(at)} ${two(hour)}:00: ${format_count(stretch.failed)} of ${plural(stretch.runs, 'run')} failed${share}`;
}

const count_text = (n: number): string => (n > 99 ? '99+' : n > 0 ? String(n) : '');

export function Heatmap({ test, days, search }: { test: string; days: number; search: string }) {
  const live = use_live();
  const load = async (_: Stretch[] | null, signal: AbortSignal): Promise<Stretch[]> => {
    const to = live.now();
    const rollups = await get_rollups(test, { from: to - days * day_ms, to, step_hours: 1 }, signal);
    return rollups.map(stretch_of_rollup);
  };
  const following = { apply: use_rarely<Stretch[]>(test, 120_000) };
  const { data } = use_live_data<Stretch[]>(`${test_path(test)}/hours?${days}`, load, following);
  const rows = to_days(data ?? [], live.now(), days);
  // A cell without runs leads nowhere; the arrow keys pass over it all the same, for its place in the grid.
  const cells = rows.flatMap((row) => row.hours);
  const newest = cells.findIndex((cell) => cell !== null);
  const { container, place } = use_roving(cells.length, 24, Math.max(0, newest));
  return (
    <section class="heat" aria-labelledby="heat">
      <div class="section-head">
        <h2 id="heat">By day and hour</h2>
        <ul class="legend heat-legend" role="list" aria-label="Share of runs that failed">
          {['none', 'to 5 %', 'to 25 %', 'to 75 %', 'more'].map((label, step) => (
            <li key={label}>
              <span class={`swatch heat-${step}`} aria-hidden="true" />
              {label}
            </li>
          ))}
        </ul>
      </div>
      <div class="heat-grid" role="group" aria-label={`Failures of the last ${days} days by day and hour`} {...container}>
        <span />
        {hours.map((hour) => (
          <span key={hour} class="heat-hour" aria-hidden="true">
            {hour % 3 === 0 ? two(hour) : ''}
          </span>
        ))}
        {rows.map(({ at, hours: row }, day) => [
          <span key={at.getTime()} class="heat-day" aria-hidden="true">
            {day_name.format(at)}
          </span>,
          ...row.map((cell, hour) =>
            cell ? (
              <a
                key={`${at.getTime()} ${hour}`}
                class={`heat-cell heat-${badness(cell)}`}
                href={test_path(test) + zoomed_search(search, cell)}
                data-step
                aria-label={spoken(at, hour, cell)}
                title={spoken(at, hour, cell)}
                {...place(day * 24 + hour)}
              >
                {count_text(cell.failed)}
              </a>
            ) : (
              <span key={`${at.getTime()} ${hour}`} class="heat-cell heat-empty" {...place(day * 24 + hour)} />
            ),
          ),
        ])}
      </div>
    </section>
  );
}
