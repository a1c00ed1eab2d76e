// How long to wait before asking the daemon again.

const usual_ms = 2_000;
const longest_ms = 30_000;

/**
 * Every 2 s while all is well, and never more than a tenth of the time spent asking: a daemon with very many tests, or
 * a slow line to it, is asked less often. While it is away the wait doubles up to 30 s.
 */
export function next_delay(failures_in_a_row: number, took_ms: number): number {
  if (failures_in_a_row > 0) return Math.min(longest_ms, usual_ms * 2 ** Math.min(failures_in_a_row - 1, 10));
  return Math.min(longest_ms, Math.max(usual_ms, took_ms * 10));
}
