// What a run logged.
import { format_value } from './format';
import type { LogLevel, LogLine } from './types';

/** From the least to the most urgent. */
export const levels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

/** The lines of `least` and more urgent ones. */
export function at_least(logs: LogLine[], least: LogLevel): LogLine[] {
  const from = levels.indexOf(least);
  return logs.filter((line) => levels.indexOf(line.level) >= from);
}

export const read_level = (text: string | null): LogLevel => levels.find((level) => level === text) ?? 'debug';

/** The lines that hold each word of `search` in their message, a field's name or its value, whatever the case. */
export function search_logs(logs: LogLine[], search: string): LogLine[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return logs;
  return logs.filter((line) => {
    const fields = Object.entries(line.fields ?? {}).map(([key, value]) => `${key}=${format_value(value)}`);
    const text = [line.message, ...fields].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** `text` cut where words of `search` stand: every other part is a hit. */
export function cut_at_hits(text: string, search: string): string[] {
  const words = search.split(/\s+/).filter(Boolean);
  if (words.length === 0) return [text];
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return text.split(new RegExp(`(${pattern})`, 'gi'));
}
