// Server-Sent Events as they come over a fetch: the browser's own reader hides the comments, which are all that tells a
// quiet daemon from a dead line.

export interface SentEvent {
  /** '' where the event has none. */
  id: string;
  name: string;
  data: string;
}

/** Takes the text of a stream in pieces of any size, and gives its events. Lines end as the standard allows. */
export class EventParser {
  private rest = '';
  private id = '';
  private name = '';
  private data: string[] = [];

  push(text: string): SentEvent[] {
    const out: SentEvent[] = [];
    const lines = (this.rest + text).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line !== '') {
        this.take(line);
        continue;
      }
      if (this.data.length > 0) out.push({ id: this.id, name: this.name || 'message', data: this.data.join('\n') });
      this.name = '';
      this.data = [];
    }
    return out;
  }

  private take(line: string): void {
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'id') this.id = value;
    if (field === 'event') this.name = value;
    if (field === 'data') this.data.push(value);
  }
}
