// When a test runs next.
import { format_span } from '../format';
import { use_now } from '../live_hooks';
import type { Test } from '../types';
import { run_path } from '../routes';

type Scheduled = Pick<Test, 'running' | 'queued' | 'state' | 'paused' | 'next_run_at'>;

export function Countdown({ test }: { test: Scheduled }) {
  const now = use_now();
  const newest = test.running[test.running.length - 1];
  if (newest !== undefined) {
    return (
      <a class="running-now" href={run_path(newest)}>
        <span class="pulse" aria-hidden="true" />
        running{test.running.length > 1 ? ` ×${test.running.length}` : ''}
      </a>
    );
  }
  if (test.queued > 0) return <span>queued</span>;
  if (test.state === 'paused' || test.paused) return <span class="muted">paused</span>;
  if (test.next_run_at === null) return <span class="muted">not scheduled</span>;
  const left = Date.parse(test.next_run_at) - now;
  return left < 500 ? <span>due now</span> : <span>in {format_span(left)}</span>;
}
