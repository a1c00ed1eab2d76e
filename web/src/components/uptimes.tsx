// Which share of a test's runs passed, over three windows.
import { format_uptime } from '../format';
import { uptime_quality } from '../tests';
import type { OverviewTest } from '../types';

const windows = [
  ['24h', '24 h'],
  ['7d', '7 d'],
  ['30d', '30 d'],
] as const;

export function Uptimes({ uptime }: { uptime: OverviewTest['uptime'] }) {
  return (
    <dl class="uptimes">
      {windows.map(([name, words]) => (
        <div key={name} class={`uptime-${uptime_quality(uptime[name])}`}>
          <dt>{words}</dt>
          <dd>{format_uptime(uptime[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
