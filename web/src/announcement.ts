// What is said aloud when tests change their state.
import type { LiveEvent } from './events';

const most_named = 3;

/** '' where no state changed. Of a test that changed twice the last counts. */
export function announcement(events: LiveEvent[]): string {
  const turned = new Map<string, { to: string; why: string }>();
  for (const event of events) if (event.kind === 'test_state') turned.set(event.test, { to: event.to, why: '' });
  for (const event of events) {
    const about = event.kind === 'run_finished' ? turned.get(event.run.test) : undefined;
    if (about && about.to === 'down' && event.kind === 'run_finished') about.why = event.run.fail_cause ?? '';
  }
  if (turned.size > most_named) {
    const counts = new Map<string, number>();
    for (const { to } of turned.values()) counts.set(to, (counts.get(to) ?? 0) + 1);
    return `${[...counts].map(([to, count]) => `${count} tests are ${to} now`).join(', ')}.`;
  }
  return [...turned].map(([test, { to, why }]) => `${test} is ${to} now${why ? `: ${why}` : ''}.`).join(' ');
}
