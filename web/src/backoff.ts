// How long to wait before the daemon is tried again.

const first_ms = 1_000;
const longest_ms = 30_000;

/** 1 s, then twice as long each time, up to 30 s. `spread` is from 0 to 1: so many tabs do not come back at once. */
export function next_delay(failures_in_a_row: number, spread = 0): number {
  const delay = Math.min(longest_ms, first_ms * 2 ** Math.min(Math.max(0, failures_in_a_row - 1), 10));
  return Math.round(delay * (1 + spread / 4));
}
