// Which rows of a long list are near the screen. Heights are known beforehand, so nothing is measured while scrolling.

/** Where each row begins, in pixels from the list's top, and as the last member where the list ends. */
export function offsets_of(heights: number[]): number[] {
  const out = [0];
  let sum = 0;
  for (const height of heights) out.push((sum += height));
  return out;
}

/** The row at `y`: the last one that begins at or above it. */
export function row_at(offsets: number[], y: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface Window {
  first: number;
  /** The one after the last. */
  end: number;
}

/** Rows that are on a screen of `height` whose top is at `top` of the list, and `beyond` pixels on either side. */
export function window_of(offsets: number[], top: number, height: number, beyond: number): Window {
  const rows = offsets.length - 1;
  const whole = offsets[rows] ?? 0;
  if (rows <= 0) return { first: 0, end: 0 };
  const from = Math.max(0, Math.min(whole, top - beyond));
  const to = Math.max(0, Math.min(whole, top + height + beyond));
  return { first: row_at(offsets, from), end: row_at(offsets, to) + 1 };
}
