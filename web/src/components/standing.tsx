// Uptime and percentiles over the usual windows, as a table whose rows choose the window of the page.
import { get_uptime } from '../api';
import { format_count, format_duration, format_uptime } from '../format';
import { use_live_data } from '../live_hooks';
import { test_path } from '../routes';
import { uptime_quality } from '../tests';
import type { Rollup } from '../types';
import { window_search, windows } from '../windows';
import type { WindowKey } from '../windows';
import { use_rarely } from './rarely';

export function Standing({ test, search, chosen }: { test: string; search: string; chosen: WindowKey | null }) {
  const keys = windows.filter(({ key }) => key !== '1h');
  const { data } = use_live_data<Rollup[]>(
    `${test_path(test)}/standing`,
    (_, signal) => Promise.all(keys.map(({ key }) => get_uptime(test, { window: key }, signal))),
    { apply: use_rarely(test, 15_000) },
  );
  return (
    <div class="table-box" tabIndex={0} role="region" aria-label="Uptime and durations by window">
      <table class="standing-table">
        <thead>
          <tr>
            <th scope="col">Window</th>
            <th scope="col">Uptime</th>
            <th scope="col">Runs</th>
            <th scope="col">Failed</th>
            <th scope="col">p50</th>
            <th scope="col">p95</th>
            <th scope="col">p99</th>
          </tr>
        </thead>
        <tbody>
          {keys.map(({ key, label }, index) => {
            const row = data?.[index];
            return (
              <tr key={key} class={key === chosen ? 'is-chosen' : undefined}>
                <th scope="row">
                  <a href={test_path(test) + window_search(search, key)} data-step>
                    {label}
                  </a>
                </th>
                <td class={`uptime-${uptime_quality(row?.uptime ?? null)}`}>{row ? format_uptime(row.uptime) : '…'}</td>
                <td data-of="runs">{row ? format_count(row.runs) : ''}</td>
                <td data-of="failed" class={row && row.failed > 0 ? 'bad' : undefined}>
                  {row ? format_count(row.failed) : ''}
                </td>
                <td data-of="p50">{row ? format_duration(row.duration_ms?.p50) : ''}</td>
                <td data-of="p95">{row ? format_duration(row.duration_ms?.p95) : ''}</td>
                <td data-of="p99">{row ? format_duration(row.duration_ms?.p99) : ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
