// What happens, as the daemon tells it at /api/v1/events.
import type { SentEvent } from './sse';
import type { RunSummary, TestState, Time } from './types';

export type LiveEvent =
  | { kind: 'run_started' | 'run_finished'; run: RunSummary }
  | { kind: 'test_state'; test: string; from: TestState; to: TestState; at: Time }
  | { kind: 'config_reloaded'; successful: boolean; error: string | null; tests: number; at: Time }
  /** What happened in between is not known. */
  | { kind: 'missed' };

/** Null where it is of a kind that this page does not know, or cannot be read. */
export function read_event({ name, data }: SentEvent): LiveEvent | null {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return null;
  }
  if (!value || typeof value !== 'object') return null;
  switch (name) {
    case 'run_started':
    case 'run_finished':
      return { kind: name, run: value as RunSummary };
    case 'test_state':
    case 'config_reloaded':
      return { ...(value as object), kind: name } as LiveEvent;
    case 'missed':
      return { kind: 'missed' };
    default:
      return null;
  }
}

/** The test that an event is about; null where it is about all. */
export function test_of_event(event: LiveEvent): string | null {
  if (event.kind === 'run_started' || event.kind === 'run_finished') return event.run.test;
  return event.kind === 'test_state' ? event.test : null;
}
