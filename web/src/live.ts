// Keeps what is shown up to date: asks the daemon again and again for what the components on the screen need.
import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { get_status, Refusal, Unreachable } from './api';
import { next_delay } from './backoff';
import type { Status } from './types';

type Load = (signal: AbortSignal) => Promise<void>;

const cached_pages = 30;

export class Live extends EventTarget {
  status: Status | null = null;
  /** How many times in a row the daemon did not answer. */
  failures = 0;
  /** When it last did, by the browser's clock. */
  answered_at: number | null = null;
  /** When it is asked next, by the browser's clock. */
  next_at: number | null = null;
  /** How far the daemon's clock is ahead of the browser's. */
  clock_offset_ms = 0;
  /** The last answers, so that going back shows a page at once. */
  readonly cache = new Map<string, unknown>();

  private readonly loads = new Set<Load>();
  private timer = 0;
  private asking: AbortController | null = null;

  constructor() {
    super();
    this.loads.add(async (signal) => {
      this.status = await get_status(signal);
      this.clock_offset_ms = Date.parse(this.status.now) - Date.now() || 0;
    });
  }

  start(): void {
    document.addEventListener('visibilitychange', () => (document.hidden ? this.pause() : this.refresh()));
    addEventListener('online', () => this.refresh());
    this.tick();
    if (!document.hidden) this.refresh();
  }

  /** Asks now. */
  refresh(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
    void this.ask(new AbortController());
  }

  /** Adds what a component needs, and asks for it at once. Returns what takes it away again. */
  add(load: Load): () => void {
    this.loads.add(load);
    const asking = new AbortController();
    load(asking.signal).catch(() => this.refresh());
    return () => {
      asking.abort();
      this.loads.delete(load);
    };
  }

  remember(key: string, answer: unknown): void {
    this.cache.delete(key);
    this.cache.set(key, answer);
    for (const oldest of this.cache.keys()) {
      if (this.cache.size <= cached_pages) break;
      this.cache.delete(oldest);
    }
  }

  /** The daemon's clock. */
  now(): number {
    return Date.now() + this.clock_offset_ms;
  }

  /** One beat for all that counts seconds; nothing is drawn while nobody looks. */
  private tick(): void {
    if (!document.hidden) this.dispatchEvent(new Event('second'));
    setTimeout(() => this.tick(), 1000 - (this.now() % 1000));
  }

  private pause(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.asking = null;
  }

  private async ask(asking: AbortController): Promise<void> {
    this.asking = asking;
    const began = performance.now();
    const answers = await Promise.allSettled([...this.loads].map((load) => load(asking.signal)));
    if (asking.signal.aborted) return;
    this.asking = null;
    const failed = answers.some((answer) => answer.status === 'rejected');
    this.failures = failed ? this.failures + 1 : 0;
    if (!failed) this.answered_at = Date.now();
    const delay = next_delay(this.failures, performance.now() - began);
    this.next_at = Date.now() + delay;
    this.timer = window.setTimeout(() => this.refresh(), delay);
    this.dispatchEvent(new Event('change'));
  }
}

export const LiveContext = createContext<Live | null>(null);

export function use_live(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('no LiveContext around this component');
  return live;
}

/** Draws the component again whenever the daemon answered, or did not. */
export function use_connection(): Live {
  const live = use_live();
  const [, draw] = useState(0);
  useEffect(() => {
    const changed = (): void => draw((n) => n + 1);
    live.addEventListener('change', changed);
    return () => live.removeEventListener('change', changed);
  }, [live]);
  return live;
}

export interface Polled<T> {
  /** null until the first answer. */
  data: T | null;
  /** The daemon's refusal, for example that there is no such test. */
  refusal: Refusal | null;
  /** Changes the data in place, for what was asked outside the polling. */
  set(data: T): void;
}

/**
 * What `load` answers, kept up to date. `key` names it among all that the page asks for, and stays the same for the
 * component's life, as a keyed component's does; `load` sees the data so far. Asking ends once `done` holds.
 */
export function use_polled<T>(
  key: string,
  load: (before: T | null, signal: AbortSignal) => Promise<T>,
  done: (data: T) => boolean = () => false,
): Polled<T> {
  const live = use_live();
  const [data, set_data] = useState<T | null>((live.cache.get(key) as T | undefined) ?? null);
  const [refusal, set_refusal] = useState<Refusal | null>(null);
  const latest = useRef(data);
  const current_load = useRef(load);
  current_load.current = load;

  const set = (next: T): void => {
    latest.current = next;
    live.remember(key, next);
    set_data(() => next);
  };
  useEffect(
    () =>
      live.add(async (signal) => {
        if (latest.current !== null && done(latest.current)) return;
        try {
          const next = await current_load.current(latest.current, signal);
          if (signal.aborted) return;
          set(next);
          set_refusal(null);
        } catch (error) {
          if (signal.aborted) return;
          if (error instanceof Unreachable || !(error instanceof Refusal)) throw error;
          set_refusal(error);
        }
      }),
    [live, key],
  );
  return { data, refusal, set };
}

/** The daemon's time, now and each second from now on. */
export function use_now(): number {
  const live = use_live();
  const [now, set_now] = useState(() => live.now());
  useEffect(() => {
    const tick = (): void => set_now(live.now());
    live.addEventListener('second', tick);
    return () => live.removeEventListener('second', tick);
  }, [live]);
  return now;
}
