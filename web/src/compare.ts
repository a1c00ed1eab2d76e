// Two runs side by side: what of one stands for what of the other.

interface Pair<T> {
  left: T | null;
  right: T | null;
}

/**
 * Pairs the n-th of a key at the left with the n-th at the right. The left's order is kept; what only the right has
 * follows what it follows there.
 */
export function pair_up<T>(left: T[], right: T[], key: (of: T) => string): Pair<T>[] {
  const waiting = new Map<string, T[]>();
  for (const each of right) {
    const known = waiting.get(key(each));
    if (known) known.push(each);
    else waiting.set(key(each), [each]);
  }
  const partner = new Map<T, T>();
  for (const each of left) {
    const found = waiting.get(key(each))?.shift();
    if (found !== undefined) partner.set(found, each);
  }
  const after = new Map<T | null, T[]>();
  let last: T | null = null;
  for (const each of right) {
    const own = partner.get(each);
    if (own !== undefined) last = own;
    else after.set(last, [...(after.get(last) ?? []), each]);
  }
  const right_of = new Map([...partner].map(([r, l]) => [l, r]));
  const alone = (at: T | null): Pair<T>[] => (after.get(at) ?? []).map((each) => ({ left: null, right: each }));
  return [
    ...alone(null),
    ...left.flatMap((each) => [{ left: each, right: right_of.get(each) ?? null }, ...alone(each)]),
  ];
}

/** Path without its query: what stays the same of a request from run to run. */
export function request_key({ method, url }: { method: string; url: string }): string {
  return `${method} ${url.split(/[?#]/)[0] ?? url}`;
}

/** How much longer the left took; null where one is not known. */
export const difference = (left: number | null | undefined, right: number | null | undefined): number | null =>
  left === null || left === undefined || right === null || right === undefined ? null : left - right;

/** Whether a difference is one to look at: a tenth of it and 5 ms at least. */
export const is_notable = (difference_ms: number | null, of_ms: number | null | undefined): boolean =>
  difference_ms !== null && Math.abs(difference_ms) >= Math.max(5, 0.1 * (of_ms ?? 0));
