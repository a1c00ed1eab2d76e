// Instants and ages.
import { format_age, format_instant, format_time } from '../format';
import { use_live, use_now } from '../live_hooks';

/** An instant, in the reader's zone. */
export function When({ at }: { at: string }) {
  const date = new Date(at);
  return (
    <time dateTime={at} title={format_instant(date)}>
      {format_time(date, new Date(use_live().now()))}
    </time>
  );
}

/** How long ago: '12 min'. */
export function Age({ since }: { since: string }) {
  const now = use_now();
  return (
    <time dateTime={since} title={format_instant(new Date(since))}>
      {format_age(now - Date.parse(since))}
    </time>
  );
}
