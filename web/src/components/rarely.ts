// For figures over long windows, which one more run hardly changes.
import { useRef } from 'preact/hooks';
import type { LiveEvent } from '../events';
import { stale } from '../live_hooks';

/** An `apply` that asks again when a run of the test failed, and for others once in `every_ms`. */
export function use_rarely<T>(test: string, every_ms: number) {
  const asked_at = useRef(Date.now());
  return (data: T, events: LiveEvent[]): T | typeof stale => {
    const own = events.filter((event) => event.kind === 'run_finished' && event.run.test === test);
    const failed = own.some((event) => event.kind === 'run_finished' && event.run.status === 'failed');
    if (own.length === 0 || (!failed && Date.now() - asked_at.current < every_ms)) return data;
    asked_at.current = Date.now();
    return stale;
  };
}
