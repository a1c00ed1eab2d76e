// Instants of the API, which are finer than Date: microseconds stand behind the point, and Date.parse cuts them off.

/** Milliseconds from `start` to `at`, both RFC 3339, as fine as they are given; 0 where `at` is before, or either is no time. */
export function ms_after(start: string, at: string): number {
  const [from, to] = [split(start), split(at)];
  const ms = to.seconds_ms - from.seconds_ms + (to.fraction_ms - from.fraction_ms);
  // Fractions are decimal, and doubles are not: what is below a nanosecond is theirs alone.
  return Math.max(0, Math.round(ms * 1e6) / 1e6 || 0);
}

function split(time: string): { seconds_ms: number; fraction_ms: number } {
  const fraction = /\.\d+/.exec(time)?.[0] ?? '';
  return { seconds_ms: Date.parse(time.replace(fraction, '')), fraction_ms: Number(`0${fraction}`) * 1000 };
}
