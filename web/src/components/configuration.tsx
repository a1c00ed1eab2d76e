// What the configuration says of a test.
import { format_bytes, format_count, short_duration } from '../format';
import { safe_link } from '../routes';
import type { TestDetail } from '../types';
import { Facts } from './facts';
import { Labels } from './labels';

/** A link where it is one that a browser opens; a path or a name of something is text. */
function Runbook({ url }: { url: string }) {
  const link = safe_link(url);
  if (!link) return <span class="breakable">{url}</span>;
  return (
    <a class="breakable" href={link} target="_blank" rel="noreferrer noopener">
      {url}
    </a>
  );
}

export function Configuration({ test }: { test: TestDetail }) {
  return (
    <section aria-labelledby="configuration">
      <h2 id="configuration">Configuration</h2>
      <Facts
        rows={[
          ['Owner', test.owner],
          ['Runbook', test.runbook && <Runbook url={test.runbook} />],
          ['Labels', Object.keys(test.labels ?? {}).length > 0 ? <Labels labels={test.labels} /> : null],
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
