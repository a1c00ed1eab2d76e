// States and outcomes as shapes, so that colour is never what tells them apart.
import type { RunStatus, StepStatus, TestState } from '../types';

const shapes = {
  tick: <path d="M4.6 8.3l2.3 2.3 4.5-5" />,
  cross: <path d="M5.4 5.4l5.2 5.2m0-5.2l-5.2 5.2" />,
  question: <path d="M6.1 6.2a1.9 1.9 0 1 1 2.7 1.8c-.6.3-.8.6-.8 1.2M8 11.3v.1" />,
  wrench: <path d="M5 11l3.6-3.6a2.1 2.1 0 0 1 2.6-2.8L9.8 6v.8h.8L12 5.4a2.1 2.1 0 0 1-2.7 2.7L5.7 11.7z" />,
  bars: <path d="M6.3 5.4v5.2m3.4-5.2v5.2" />,
  dash: <path d="M5.2 8h5.6" />,
  play: <path class="filled" d="M6.6 5.2v5.6L11 8z" />,
};

const frames = {
  round: <circle cx="8" cy="8" r="7" />,
  octagon: <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" />,
  dashed: <circle cx="8" cy="8" r="6.3" class="dashed" />,
};

function Glyph({ frame, shape, kind }: { frame: keyof typeof frames; shape: keyof typeof shapes; kind: string }) {
  return (
    <svg class={`glyph glyph-${kind}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <g class="frame">{frames[frame]}</g>
      <g class="mark">{shapes[shape]}</g>
    </svg>
  );
}

export function StateGlyph({ state }: { state: TestState }) {
  if (state === 'down') return <Glyph frame="octagon" shape="cross" kind="down" />;
  if (state === 'up') return <Glyph frame="round" shape="tick" kind="up" />;
  if (state === 'paused') return <Glyph frame="round" shape="bars" kind="paused" />;
  if (state === 'maintenance') return <Glyph frame="round" shape="wrench" kind="maintenance" />;
  return <Glyph frame="dashed" shape="question" kind="unknown" />;
}

export function StatusGlyph({ status }: { status: RunStatus }) {
  if (status === 'failed') return <Glyph frame="octagon" shape="cross" kind="down" />;
  if (status === 'passed') return <Glyph frame="round" shape="tick" kind="up" />;
  if (status === 'running') return <Glyph frame="dashed" shape="play" kind="running" />;
  return <Glyph frame="dashed" shape="dash" kind="unknown" />;
}

/** A step, or a check: one that is soft and did not hold looks as what was skipped. */
export function StepGlyph({ status }: { status: StepStatus }) {
  if (status === 'failed') return <Glyph frame="octagon" shape="cross" kind="down" />;
  if (status === 'passed') return <Glyph frame="round" shape="tick" kind="up" />;
  return <Glyph frame="dashed" shape="dash" kind="unknown" />;
}

export const state_words: Record<TestState, string> = {
  up: 'Up',
  down: 'Down',
  unknown: 'Unknown',
  paused: 'Paused',
  maintenance: 'Maintenance',
};

export const status_words: Record<RunStatus, string> = {
  running: 'Running',
  passed: 'Passed',
  failed: 'Failed',
  interrupted: 'Interrupted',
  skipped: 'Skipped',
};

const class_meanings: Record<string, string> = {
  dns: 'a host name could not be resolved',
  connect: 'no connection could be opened',
  tls: 'the secure connection could not be established',
  timeout: 'it took longer than allowed',
  http: 'a server did not speak HTTP as it should',
  assert: 'the canary itself said so',
  script: 'a mistake in the script',
  limit: 'it went past a limit',
  exec: 'a program that it ran',
  interrupted: 'it was ended from outside',
};

/** All of them, in the order in which a request meets them. */
export const class_names: readonly string[] = Object.keys(class_meanings);

/** What part of the world let a run down. */
export function ClassTag({ name }: { name: string }) {
  if (!name) return null;
  return (
    <span class="class-tag" title={class_meanings[name]}>
      {name}
    </span>
  );
}
