// Numbers and times as people read them.

/** '07'. */
export const two = (n: number): string => String(n).padStart(2, '0');

/** '9.5 µs', '0.42 ms', '87 ms', '1.24 s', '2 min 05 s', '3 h 12 min', '4 d 3 h'. */
export function format_duration(ms: number | null | undefined): string {
  if (ms === null || ms === undefined || !Number.isFinite(ms)) return '–';
  if (ms < 0) return `−${format_duration(-ms)}`;
  if (ms === 0) return '0 ms';
  if (ms < 0.00995) return `${Number((ms * 1000).toPrecision(2))} µs`;
  if (ms < 0.995) return `${ms.toPrecision(2)} ms`;
  if (ms < 9.95) return `${ms.toFixed(1)} ms`;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 9_995) return `${(ms / 1000).toFixed(2)} s`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  return format_span(ms);
}

/** Whole seconds and more, for ages and countdowns: '7 s', '2 min 05 s', '3 h 12 min', '4 d 3 h'. */
export function format_span(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 ? `${minutes} min ${two(seconds % 60)} s` : `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 ? `${hours} h ${two(minutes % 60)} min` : `${hours} h`;
  const days = Math.floor(hours / 24);
  return hours % 24 ? `${days} d ${hours % 24} h` : `${days} d`;
}

/** How long something lasts by now, in its largest unit: '40 s', '12 min', '3 h', '4 d'. */
export function format_age(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 2 * 86_400) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} d`;
}

/** A Go duration without the zeros at its end: '1h' of '1h0m0s'. */
export const short_duration = (text: string): string => text.replace(/([hm])0s$/, '$1').replace(/h0m$/, 'h');

/** '512 B', '1.5 KiB', '64 MiB'. */
export function format_bytes(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1023.5 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${Number(value.toFixed(value >= 99.95 ? 0 : 1))} ${units[unit]}`;
}

const count_format = new Intl.NumberFormat('en');

/** '1,204'. */
export const format_count = (n: number): string => count_format.format(n);

/** A share as it can be drawn: from 0 to 1. */
export const share_within = (share: number): number => Math.min(1, Math.max(0, share));

/** A share as CSS takes it: '12.500%'. */
export const css_percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

/** A part of a whole: '12 %', '0.4 %', 'under 0.1 %'. More than the whole is the whole: the two were not read at once. */
export function format_share(share: number): string {
  if (!Number.isFinite(share)) return '–';
  const percent = 100 * share_within(share);
  if (percent > 0 && percent < 0.1) return 'under 0.1 %';
  return `${Number(percent.toFixed(percent < 9.95 ? 1 : 0))} %`;
}

/** A share of runs that passed: '100 %', '99.95 %', '92.4 %'. Rounded down: nothing that failed is 100 %. */
export function format_uptime(share: number | null): string {
  if (share === null || !Number.isFinite(share)) return '–';
  const places = share >= 0.99 ? 100 : 10;
  return `${Math.floor(share * 100 * places + 1e-9) / places} %`;
}

/** '1 test', '3 tests'. */
export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${format_count(n)} ${n === 1 ? one : many}`;

/** The time of day in the reader's zone: '14:03:09'. */
export function format_clock(at: Date): string {
  if (Number.isNaN(at.getTime())) return '–';
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** '2026-05-01' in the reader's zone. */
export function format_date(at: Date): string {
  if (Number.isNaN(at.getTime())) return '–';
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** '2026-05-01 14:03:09' in the reader's zone; the date is left out where it is `today`'s. */
export function format_time(at: Date, today?: Date): string {
  if (today && format_date(at) === format_date(today)) return format_clock(at);
  return `${format_date(at)} ${format_clock(at)}`;
}

/** '2026-05-01 14:03:09.250 +02:00': everything there is to know of an instant. */
export function format_instant(at: Date): string {
  if (Number.isNaN(at.getTime())) return '–';
  const zone = -at.getTimezoneOffset();
  const offset = `${zone < 0 ? '−' : '+'}${two(Math.floor(Math.abs(zone) / 60))}:${two(Math.abs(zone) % 60)}`;
  return `${format_date(at)} ${format_clock(at)}.${String(at.getMilliseconds()).padStart(3, '0')} ${offset}`;
}

/** A value of a log field: text as it is, everything else as JSON. */
export const format_value = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '–');

/** Scheme left out, userinfo never shown: what tells one request from the next. */
export function format_url(url: string): { host: string; rest: string } {
  try {
    const parsed = new URL(url);
    if (parsed.host) return { host: parsed.host, rest: parsed.pathname + parsed.search };
    return { host: '', rest: url };
  } catch {
    return { host: '', rest: url };
  }
}
