// What a run took of the machine.
import { format_bytes, format_count, format_duration, format_share } from '../format';
import type { Run } from '../types';

const absent = (run: Run): string =>
  run.status === 'running' ? 'Known when the run has ended.' : 'Nobody measured this run.';

export function Resources({ run }: { run: Run }) {
  const { usage } = run;
  const figures = usage && [
    {
      name: 'CPU time',
      value: format_duration(usage.cpu_ms),
      note: run.duration_ms ? `${format_share(usage.cpu_ms / run.duration_ms)} of its duration` : 'of its script',
    },
    { name: 'Peak memory', value: format_bytes(usage.peak_memory_bytes), note: 'of its own VM' },
    {
      name: 'Slices',
      value: format_count(usage.slices),
      note: usage.slices === 1 ? 'it never waited' : 'turns between waits and full slices',
    },
    { name: 'Allocations', value: format_count(usage.allocations), note: 'of memory by its script' },
  ];
  return (
    <section class="resources" aria-labelledby="resources">
      <h2 id="resources">Resources</h2>
      {figures ? (
        <dl class="resource-figures">
          {figures.map(({ name, value, note }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <strong>{value}</strong> <span class="resource-note">{note}</span>
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p class="empty">{absent(run)}</p>
      )}
    </section>
  );
}
