// One connection to /api/v1/events: opened, watched for silence, and opened again where it breaks.
import { next_delay } from './backoff';
import { read_event } from './events';
import type { LiveEvent } from './events';
import { EventParser } from './sse';

/** The daemon sends a comment after 15 s of nothing. */
const longest_silence_ms = 40_000;
/** A connection that lasted this long was a good one: the next wait begins at its shortest. */
const good_ms = 5_000;

interface StreamListener {
  opened(): void;
  happened(events: LiveEvent[]): void;
  /** The next attempt is at `next_at`, by the browser's clock. `refused`: canaryd is there, and has no place or no leave. */
  broken(next_at: number, refused: number | null): void;
}

export class EventStream {
  /** Of the newest event that was read. */
  last_id = '';
  private failures = 0;
  private current: AbortController | null = null;
  private timer = 0;

  constructor(private readonly listener: StreamListener) {}

  get is_open(): boolean {
    return this.current !== null;
  }

  /** Tries at once, whatever it waits for. */
  open(): void {
    this.close();
    this.current = new AbortController();
    void this.read(this.current);
  }

  close(): void {
    clearTimeout(this.timer);
    this.current?.abort();
    this.current = null;
  }

  private async read(connection: AbortController): Promise<void> {
    let watch = 0;
    const heard = (): void => {
      clearTimeout(watch);
      watch = window.setTimeout(() => connection.abort(), longest_silence_ms);
    };
    let refused: number | null = null;
    let asked_wait = 0;
    let began = Date.now();
    try {
      heard();
      const query = this.last_id ? `?${new URLSearchParams({ after: this.last_id })}` : '';
      const response = await fetch(`/api/v1/events${query}`, {
        signal: connection.signal,
        headers: { Accept: 'text/event-stream' },
        cache: 'no-store',
      });
      if (!response.ok || !response.body) {
        // A 503 that is not canaryd's own is of a proxy that does not reach it.
        const by_canaryd = response.headers.get('Content-Type')?.startsWith('application/problem+json');
        if (response.status < 502 || by_canaryd) refused = response.status;
        asked_wait = (Number(response.headers.get('Retry-After')) || 0) * 1000;
        throw new Error(response.statusText);
      }
      began = Date.now();
      this.listener.opened();
      await this.follow(response.body, connection, heard);
    } catch {
      // Whatever it was, the line is dead.
    }
    clearTimeout(watch);
    if (this.current !== connection) return;
    this.failures = Date.now() - began > good_ms ? 1 : this.failures + 1;
    const delay = Math.max(asked_wait, next_delay(this.failures, Math.random()));
    this.timer = window.setTimeout(() => this.open(), delay);
    this.listener.broken(Date.now() + delay, refused);
  }

  private async follow(body: ReadableStream<Uint8Array>, connection: AbortController, heard: () => void): Promise<void> {
    const parser = new EventParser();
    const decoder = new TextDecoder();
    const reader = body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done || this.current !== connection) return;
      heard();
      const events: LiveEvent[] = [];
      for (const sent of parser.push(decoder.decode(value, { stream: true }))) {
        if (sent.id) this.last_id = sent.id;
        const event = read_event(sent);
        if (event) events.push(event);
      }
      if (events.length > 0) this.listener.happened(events);
    }
  }
}
