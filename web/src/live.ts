// Keeps what is shown up to date. One connection tells what happens; what a component shows is asked for once, then
// changed by what is told, and asked for anew only after a gap.
//
// A component says `use_live_data(key, load, { apply })`, where `apply` gives the data as an event leaves it, or `stale`
// for "ask again". `live.on_events` tells the same events to whoever wants no data.
import { get_status } from './api';
import type { LiveEvent } from './events';
import { EventStream } from './stream';
import type { Status } from './types';

type Load = (signal: AbortSignal) => Promise<void>;
type Listener = (events: LiveEvent[]) => void;

const cached_pages = 30;
/** Events wait so long for others, so that a hundred a second are drawn a few times a second. */
const batch_ms = 120;
const status_every_ms = 30_000;
/** A hidden tab gives its connection up, of which a browser has six per host; its title is kept true by this. */
const hidden_every_ms = 60_000;
/** While there is no place among the readers of events. */
const poll_every_ms = 10_000;

export class Live extends EventTarget {
  status: Status | null = null;
  /** How many times in a row the connection could not be had, or broke. */
  failures = 0;
  /** When the daemon was last heard, by the browser's clock. */
  answered_at: number | null = null;
  /** When it is tried next, by the browser's clock. */
  next_at: number | null = null;
  /** When a lost connection came back, by the browser's clock. */
  back_at: number | null = null;
  /** canaryd answers, but tells no events: it is asked every 10 s. */
  polling = false;
  /** How far the daemon's clock is ahead of the browser's. */
  clock_offset_ms = 0;
  /** The last answers, so that going back shows a page at once. */
  readonly cache = new Map<string, unknown>();

  /** What is shown has been without its connection: not so where there was none yet, or nobody had signed in. */
  private lost = false;
  private readonly loads = new Set<Load>();
  private readonly listeners = new Set<Listener>();
  private readonly stream = new EventStream({
    opened: () => this.opened(),
    happened: (events) => this.happened(events),
    broken: (next_at, refused) => this.broken(next_at, refused),
  });
  private waiting: LiveEvent[] = [];
  private batch_timer = 0;
  private status_timer = 0;
  private asking: AbortController | null = null;
  private tell_ready: () => void = () => undefined;
  /** The first status is there, or will not be: what is asked for from now on is no older than the events that follow. */
  private readonly ready = new Promise<void>((done) => (this.tell_ready = done));

  start(): void {
    document.addEventListener('visibilitychange', () => (document.hidden ? this.hide() : this.show()));
    addEventListener('online', () => this.show());
    this.tick();
    if (document.hidden) this.hide();
    else this.show();
  }

  /** Asks for all that is shown, now, and tries the connection where there is none. */
  refresh(): void {
    if (this.failures > 0 || this.polling || !this.stream.is_open) this.show();
    else void this.ask_all();
  }

  /** Adds what a component needs, and asks for it at once. Returns what takes it away again. */
  add(load: Load): () => void {
    this.loads.add(load);
    const asking = new AbortController();
    void this.ready.then(() => {
      if (!asking.signal.aborted) load(asking.signal).catch(() => this.suspect());
    });
    return () => {
      asking.abort();
      this.loads.delete(load);
    };
  }

  /** Tells events in batches, oldest first. Returns what ends it. */
  on_events(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
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

  private changed(): void {
    this.dispatchEvent(new Event('change'));
  }

  private show(): void {
    if (document.hidden) return;
    const asked = this.ask_status();
    if (this.stream.last_id !== '') this.stream.open();
    else void asked.then(() => !document.hidden && this.stream.open());
  }

  private hide(): void {
    this.stream.close();
    this.asking?.abort();
    this.plan_status();
  }

  private opened(): void {
    const was_lost = this.failures > 0;
    if (this.lost) this.back_at = Date.now();
    this.lost = false;
    const was_polling = this.polling;
    this.failures = 0;
    this.polling = false;
    this.heard();
    // What came after the last known event follows. Where none is known, what was read before may be of before this.
    if (was_polling || this.stream.last_id === '') void this.ask_all();
    else if (was_lost) void this.ask_status();
    this.changed();
  }

  private broken(next_at: number, refused: number | null): void {
    this.next_at = next_at;
    this.polling = refused === 503;
    if (this.polling) {
      this.failures = 0;
      void this.ask_all();
    } else {
      this.failures += 1;
      this.lost = refused !== 401 && this.answered_at !== null;
      // Whoever wants to know why asks for the status, which is refused for the same reason.
      if (refused !== null) void this.ask_status();
    }
    this.changed();
  }

  private heard(): void {
    this.answered_at = Date.now();
  }

  private happened(events: LiveEvent[]): void {
    this.heard();
    this.waiting.push(...events);
    if (this.batch_timer) return;
    this.batch_timer = window.setTimeout(() => {
      this.batch_timer = 0;
      const batch = this.waiting;
      this.waiting = [];
      if (batch.some(({ kind }) => kind === 'missed')) void this.ask_all();
      else if (batch.some(({ kind }) => kind === 'test_state' || kind === 'config_reloaded')) void this.ask_status();
      for (const listener of this.listeners) listener(batch);
    }, batch_ms);
  }

  /** A request failed: is the connection whole? */
  private suspect(): void {
    if (this.failures === 0 && !this.polling) this.stream.open();
  }

  private async ask_all(): Promise<void> {
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    const answers = await Promise.allSettled([this.ask_status(), ...[...this.loads].map((load) => load(asking.signal))]);
    if (asking.signal.aborted || answers.every(({ status }) => status === 'fulfilled')) return;
    setTimeout(() => !asking.signal.aborted && this.failures === 0 && void this.ask_all(), poll_every_ms);
  }

  private async ask_status(): Promise<void> {
    this.plan_status();
    try {
      const status = await get_status();
      this.clock_offset_ms = Date.parse(status.now) - Date.now() || 0;
      this.status = status;
      if (this.stream.last_id === '') this.stream.last_id = status.events.last_id;
      this.heard();
      if (document.hidden) this.failures = 0;
      this.changed();
    } catch {
      if (document.hidden) {
        this.failures += 1;
        this.changed();
      }
    }
    this.tell_ready();
  }

  private plan_status(): void {
    clearTimeout(this.status_timer);
    const every = document.hidden ? hidden_every_ms : this.polling ? poll_every_ms : status_every_ms;
    this.status_timer = window.setTimeout(() => void (this.polling ? this.ask_all() : this.ask_status()), every);
  }
}
