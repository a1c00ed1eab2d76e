// Where each request, and each of its phases, lies on the time line of a run.
import { share_within } from './format';
import { ms_after } from './instants';
import type { HttpExchange, Timings } from './types';

type Phase = Exclude<keyof Timings, 'duration'>;

/** In the order in which they happen. */
export const phases: readonly { key: Phase; label: string; meaning: string }[] = [
  { key: 'blocked', label: 'Blocked', meaning: 'waiting for a free connection' },
  { key: 'looking_up', label: 'Looking up', meaning: 'resolving the host name' },
  { key: 'connecting', label: 'Connecting', meaning: 'opening the TCP connection' },
  { key: 'tls_handshaking', label: 'TLS', meaning: 'shaking hands, checking the certificate' },
  { key: 'sending', label: 'Sending', meaning: 'writing the request' },
  { key: 'waiting', label: 'Waiting', meaning: 'until the first byte of the response' },
  { key: 'receiving', label: 'Receiving', meaning: 'reading the response' },
];

interface Segment {
  phase: Phase;
  ms: number;
  /** Shares of the time line, from 0 to 1. */
  start: number;
  width: number;
}

export interface Placed {
  request: HttpExchange;
  /** Milliseconds after the run's start. */
  offset_ms: number;
  start: number;
  width: number;
  segments: Segment[];
}

export interface TimeLine {
  /** What the whole width stands for. */
  span_ms: number;
  /** Where to draw marks, in milliseconds: about four, at round figures. */
  ticks: number[];
  requests: Placed[];
}

/** About four marks at 1, 2 or 5 times a power of ten. */
export function round_ticks(span_ms: number): number[] {
  if (!(span_ms > 0)) return [0];
  const rough = span_ms / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? rough;
  const ticks = [];
  for (let i = 0; i * step <= span_ms * 1.0001; i += 1) ticks.push(i * step);
  return ticks;
}

/** `least_ms` is how long the time line is at least: what else is shown on it may end later than the last request. */
export function lay_out(
  run_start: string,
  run_duration_ms: number | null,
  requests: HttpExchange[],
  least_ms = 0,
): TimeLine {
  const offset = (request: HttpExchange): number => ms_after(run_start, request.started);
  const ends = requests.map((request) => offset(request) + request.timings.duration);
  const span_ms = Math.max(run_duration_ms ?? 0, least_ms, ...ends, 0.001);
  const placed = requests.map((request): Placed => {
    const offset_ms = offset(request);
    const segments: Segment[] = [];
    let at = offset_ms;
    for (const { key } of phases) {
      const ms = request.timings[key];
      if (!(ms > 0)) continue;
      segments.push({ phase: key, ms, start: share_within(at / span_ms), width: share_within(ms / span_ms) });
      at += ms;
    }
    return {
      request,
      offset_ms,
      start: share_within(offset_ms / span_ms),
      width: share_within(request.timings.duration / span_ms),
      segments,
    };
  });
  return { span_ms, ticks: round_ticks(span_ms), requests: placed };
}
