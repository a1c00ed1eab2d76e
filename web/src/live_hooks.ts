// What components use of the live connection.
import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { Refusal } from './api';
import { test_of_event } from './events';
import type { LiveEvent } from './events';
import type { Live } from './live';

export const LiveContext = createContext<Live | null>(null);

export function use_live(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('no LiveContext around this component');
  return live;
}

/** Draws the component again whenever the connection or the status changed. */
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

export interface LiveData<T> {
  /** null until the first answer. */
  data: T | null;
  /** The daemon's refusal, for example that there is no such test. */
  refusal: Refusal | null;
  /** Changes the data in place, for what was asked besides. */
  set(data: T): void;
  /** Changes the data as it is by then; does nothing before the first answer. */
  update(change: (latest: T) => T): void;
}

/** What `apply` answers where an event makes the data wrong in a way that only the daemon can mend. */
export const stale = Symbol('stale');

interface Following<T> {
  /**
   * The data after these events, oldest first: the same object where they do not touch it. Must bear events that the
   * data already knows: those that came while `load` was under way are applied to its answer.
   */
  apply?: (data: T, events: LiveEvent[]) => T | typeof stale;
  /** Asking and following end once this holds. */
  done?: (data: T) => boolean;
}

/** Between two askings for one thing because of events. */
const least_between_ms = 1_000;

/**
 * What `load` answers, kept up to date by events. `key` names it among all that the page asks for, and stays the same
 * for the component's life, as a keyed component's does; `load` sees the data so far.
 */
export function use_live_data<T>(
  key: string,
  load: (before: T | null, signal: AbortSignal) => Promise<T>,
  following: Following<T> = {},
): LiveData<T> {
  const live = use_live();
  const [data, set_data] = useState<T | null>((live.cache.get(key) as T | undefined) ?? null);
  const [refusal, set_refusal] = useState<Refusal | null>(null);
  const latest = useRef(data);
  const current = useRef({ load, following });
  current.current = { load, following };

  const set = (next: T): void => {
    if (next === latest.current) return;
    latest.current = next;
    live.remember(key, next);
    set_data(() => next);
  };

  useEffect(() => {
    let meanwhile: LiveEvent[] = [];
    let loading = 0;
    let timer = 0;
    let loaded_at = 0;
    const is_done = (): boolean => latest.current !== null && (current.current.following.done?.(latest.current) ?? false);
    const applied = (to: T, events: LiveEvent[]): T => {
      const { apply } = current.current.following;
      if (!apply || events.length === 0) return to;
      const next = apply(to, events);
      if (next !== stale) return next;
      ask_soon();
      return to;
    };
    const ask = async (signal: AbortSignal): Promise<void> => {
      if (is_done()) return;
      if (loading === 0) meanwhile = [];
      loading += 1;
      loaded_at = Date.now();
      try {
        const next = await current.current.load(latest.current, signal);
        if (signal.aborted) return;
        set(applied(next, meanwhile));
        set_refusal(null);
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof Refusal)) throw error;
        set_refusal(error);
      } finally {
        loading -= 1;
      }
    };
    const ended = new AbortController();
    const ask_soon = (): void => {
      if (timer) return;
      timer = window.setTimeout(
        () => {
          timer = 0;
          ask(ended.signal).catch(() => live.refresh());
        },
        Math.max(0, loaded_at + least_between_ms - Date.now()),
      );
    };
    const leave = live.add(ask);
    const stop = live.on_events((events) => {
      if (is_done()) return;
      if (loading > 0) meanwhile.push(...events);
      if (latest.current !== null) set(applied(latest.current, events));
      else if (loading === 0 && events.some(({ kind }) => kind === 'config_reloaded')) ask_soon();
    });
    return () => {
      clearTimeout(timer);
      ended.abort();
      stop();
      leave();
    };
  }, [live, key]);
  const update = (change: (latest: T) => T): void => {
    if (latest.current !== null) set(change(latest.current));
  };
  return { data, refusal, set, update };
}

/** An `apply` that asks again for each event of one test, and of all. */
export const ask_again_for =
  <T>(test: string) =>
  (data: T, events: LiveEvent[]): T | typeof stale =>
    events.some((event) => event.kind !== 'missed' && (test_of_event(event) ?? test) === test) ? stale : data;
