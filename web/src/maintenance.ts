// How long a maintenance lasts, as people choose it or write it.
import { format_date, format_duration, two } from './format';

/** What is offered, as the API takes it and as people say it. */
export const lengths: readonly (readonly [value: string, words: string])[] = [
  ['30m', '30 minutes'],
  ['1h', '1 hour'],
  ['2h', '2 hours'],
  ['4h', '4 hours'],
  ['12h', '12 hours'],
  ['1d', '1 day'],
  ['1w', '1 week'],
];

const day_ms = 86_400_000;
const units: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: day_ms, w: 7 * day_ms };

/** Such as '90m' or '1d12h', in milliseconds; or what is wrong with it, for people. */
export function read_length(text: string): number | string {
  const written = text.trim();
  if (written === '') return 'How long? Write for example 90m, 2h or 1d12h.';
  const parts = [...written.matchAll(/(\d+(?:\.\d+)?)([smhdw])/g)];
  if (parts.map(([part]) => part).join('') !== written) {
    return `“${written}” is no length of time. Write for example 90m, 2h or 1d12h; the units are s, m, h, d and w.`;
  }
  const ms = parts.reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ''] ?? 0), 0);
  if (ms < 1000) return 'A maintenance lasts 1 second at least.';
  if (ms > 30 * day_ms) return 'A maintenance lasts 30 days at most.';
  return ms;
}

/** 'Lasts 1 h, until 15:30.' in the reader's zone; with the date where it does not end on the day of `now`. */
export function end_words(now: number, ms: number): string {
  const end = new Date(now + ms);
  const clock = `${two(end.getHours())}:${two(end.getMinutes())}`;
  const today = format_date(end) === format_date(new Date(now));
  return `Lasts ${format_duration(ms)}, until ${today ? '' : `${format_date(end)} `}${clock}.`;
}
