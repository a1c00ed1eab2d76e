// What a run logged.
import type { LogLevel, LogLine } from './types';

/** From the least to the most urgent. */
export const levels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

/** The lines of `least` and more urgent ones. */
export function at_least(logs: LogLine[], least: LogLevel): LogLine[] {
  const from = levels.indexOf(least);
  return logs.filter((line) => levels.indexOf(line.level) >= from);
}
