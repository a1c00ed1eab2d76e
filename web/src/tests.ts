// What a list of tests says at a glance.
import type { Outcome } from './types';

export type Verdict = 'up' | 'down' | 'unknown';

/** The daemon's tests in one word. Nothing known is not a reason to say that all is well. */
export function verdict_of(tests: { down: number; up: number }): Verdict {
  if (tests.down > 0) return 'down';
  return tests.up > 0 ? 'up' : 'unknown';
}

/** How a share of runs that passed is coloured. */
export function uptime_quality(share: number | null): 'good' | 'fair' | 'poor' | 'none' {
  if (share === null) return 'none';
  return share >= 0.995 ? 'good' : share >= 0.95 ? 'fair' : 'poor';
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
