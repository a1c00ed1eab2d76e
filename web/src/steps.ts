// A run's steps as a tree on its time line, with the checks that were made in them.
import { share_within } from './format';
import { ms_after } from './instants';
import type { Check, Step } from './types';

export interface PlacedStep {
  step: Step;
  /** Its place among the run's steps. */
  index: number;
  depth: number;
  offset_ms: number;
  /** Shares of the time line, from 0 to 1. */
  start: number;
  width: number;
  checks: PlacedCheck[];
}

interface PlacedCheck {
  check: Check;
  offset_ms: number;
  start: number;
}

const most_deep = 32;

function place_check(check: Check, run_start: string, span_ms: number): PlacedCheck {
  const offset_ms = ms_after(run_start, check.at);
  return { check, offset_ms, start: share_within(offset_ms / span_ms) };
}

/** Each step before those that were made in it, siblings as they began. A parent that makes no sense is none. */
export function lay_out_steps(steps: Step[], checks: Check[], run_start: string, span_ms: number): PlacedStep[] {
  const children = new Map<number | null, number[]>();
  steps.forEach((step, index) => {
    const parent = step.parent !== null && step.parent < index && steps[step.parent] ? step.parent : null;
    const known = children.get(parent);
    if (known) known.push(index);
    else children.set(parent, [index]);
  });
  const made_in = new Map<number, PlacedCheck[]>();
  for (const check of checks) {
    if (check.step === null) continue;
    const placed = place_check(check, run_start, span_ms);
    const known = made_in.get(check.step);
    if (known) known.push(placed);
    else made_in.set(check.step, [placed]);
  }
  const out: PlacedStep[] = [];
  const add = (parent: number | null, depth: number): void => {
    for (const index of children.get(parent) ?? []) {
      const step = steps[index];
      if (!step) continue;
      const offset_ms = ms_after(run_start, step.started);
      out.push({
        step,
        index,
        depth: Math.min(depth, most_deep),
        offset_ms,
        start: share_within(offset_ms / span_ms),
        width: share_within(Math.min(step.duration_ms / span_ms, 1 - offset_ms / span_ms)),
        checks: made_in.get(index) ?? [],
      });
      add(index, depth + 1);
    }
  };
  add(null, 0);
  return out;
}

/** The end of the last step, in milliseconds after the run's start. */
export function end_of_steps(steps: Step[], run_start: string): number {
  return Math.max(0, ...steps.map((step) => ms_after(run_start, step.started) + step.duration_ms));
}

/** 'sign in › fill the form': a step with those that it was made in. */
export function step_path(steps: Step[], index: number | null): string {
  const names: string[] = [];
  let at = index;
  while (at !== null && names.length < most_deep) {
    const step: Step | undefined = steps[at];
    if (!step) break;
    names.unshift(step.name);
    at = step.parent !== null && step.parent < at ? step.parent : null;
  }
  return names.join(' › ');
}
