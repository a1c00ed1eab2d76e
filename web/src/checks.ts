// What came of a check, in a word.
import type { Check, Step } from './types';

export type CheckKind = 'held' | 'soft' | 'broken';

/** A soft check that did not hold fails no run. */
export const check_kind = (check: Check): CheckKind => (check.held ? 'held' : check.soft ? 'soft' : 'broken');

const words: Record<CheckKind, string> = { held: 'held', soft: 'did not hold, soft', broken: 'did not hold' };

export const check_words = (check: Check): string => words[check_kind(check)];

const glyphs: Record<CheckKind, Step['status']> = { held: 'passed', soft: 'skipped', broken: 'failed' };

/** The step's sign that a check is shown with. */
export const check_glyph = (check: Check): Step['status'] => glyphs[check_kind(check)];
