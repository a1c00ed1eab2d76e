// What the configuration says of a test.
import { format_bytes, format_count, short_duration } from '../format';
import type { TestDetail } from '../types';
import { Facts } from './facts';

/** A link where it is one that a browser opens; a path or a name of something is text. */
function Runbook({ url }: { url: string }) {
  if (!/^https?:\/\//i.test(url)) return <span class="breakable">{url}</span>;
  return (
    <a class="breakable" href={url} target="_blank" rel="noreferrer noopener">
      {url}
    </a>
  );
}

function Labels({ labels }: { labels: [name: string, value: string][] }) {
  return (
    <ul class="test-labels" role="list">
      {labels.map(([name, value]) => (
        <li key={name} class="test-label">
          <span class="test-label-name">{name}</span>
          {value && <span class="test-label-value">{value}</span>}
        </li>
      ))}
    </ul>
  );
}

export function Configuration({ test }: { test: TestDetail }) {
  const labels = Object.entries(test.labels ?? {});
  return (
    <section aria-labelledby="configuration">
      <h2 id="configuration">Configuration</h2>
      <Facts
        rows={[
          ['Owner', test.owner],
          ['Runbook', test.runbook && <Runbook url={test.runbook} />],
          ['Labels', labels.length > 0 ? <Labels labels={labels} /> : null],
          ['Frequency', `every ${short_duration(test.frequency)}`],
          ['Timeout', short_duration(test.timeout)],
          ['Concurrency', test.concurrency],
          ['Memory limit', format_bytes(test.memory_limit_bytes)],
          ['Skipped', test.skipped > 0 ? `${format_count(test.skipped)} since canaryd started` : null],
          ['Queued', test.queued > 0 ? format_count(test.queued) : null],
          ['Script', test.path],
          [
            'Registered in',
            test.config_file && `${test.config_file}${test.config_line > 0 ? `:${test.config_line}` : ''}`,
          ],
        ]}
      />
    </section>
  );
}
