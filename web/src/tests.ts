// What a list of tests says at a glance.
import type { Outcome, Status, Test, TestState } from './types';

const order: Record<TestState, number> = { down: 0, unknown: 1, up: 2, paused: 3 };
const names = new Intl.Collator('en', { numeric: true });

/** Broken ones first, then by name. */
export function by_state_and_name(a: Test, b: Test): number {
  return (order[a.state] ?? 1) - (order[b.state] ?? 1) || names.compare(a.name, b.name);
}

/** Whether each word of `search` is somewhere in the test's name, path, state or failure. */
export function matches(test: Test, search: string): boolean {
  const text =
    `${test.name} ${test.path} ${test.state} ${test.last?.fail_cause ?? ''} ${test.last?.class ?? ''}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/**
 * Tests as just read, with the same objects as before wherever nothing changed, so that what is drawn from them need
 * not be drawn again.
 */
export function keep_unchanged(before: Test[] | null, now: Test[]): Test[] {
  if (!before) return now;
  const known = new Map(before.map((test) => [test.name, test]));
  return now.map((test) => {
    const old = known.get(test.name);
    return old && JSON.stringify(old) === JSON.stringify(test) ? old : test;
  });
}

export type Verdict = 'up' | 'down' | 'unknown';

/** The daemon's tests in one word. Nothing known is not a reason to say that all is well. */
export function verdict(status: Status): Verdict {
  if (status.tests.down > 0) return 'down';
  return status.tests.up > 0 ? 'up' : 'unknown';
}

/** The height of an outcome's bar, from 0 to 1: a pass's tells its duration, a failure's is whole. */
export function bar_height(outcome: Outcome, longest_pass_ms: number): number {
  if (outcome.status !== 'passed') return 1;
  if (longest_pass_ms <= 0 || !outcome.duration_ms) return 0.3;
  return 0.3 + 0.45 * Math.min(1, outcome.duration_ms / longest_pass_ms);
}

/** Of the passes among `recent`, in milliseconds. */
export const longest_pass = (recent: Outcome[]): number =>
  recent.reduce(
    (longest, outcome) => (outcome.status === 'passed' ? Math.max(longest, outcome.duration_ms ?? 0) : longest),
    0,
  );

/** How many runs in a row, the newest among them, did not pass. */
export function failures_in_a_row(recent: Outcome[]): number {
  let count = 0;
  for (let i = recent.length - 1; i >= 0 && recent[i]?.status === 'failed'; i -= 1) count += 1;
  return count;
}
