/** One server-sent event, or a comment line (which only shows that the connection lives). */
export interface ServerEvent {
  id: string | null;
  event: string;
  data: string;
}

/**
 * Reads `text/event-stream` from pieces cut anywhere, as the HTML standard says (section 9.2.6): lines end in
 * LF, CR or CRLF, an empty line sends the event, an `id` without NUL stays for the events that follow.
 */
export class EventStreamParser {
  private rest = '';
  private data: string[] = [];
  private type = '';
  private lastId: string | null = null;
  private sawCarriageReturn = false;

  /** The id a new connection sends as `Last-Event-ID`. */
  get lastEventId(): string | null {
    return this.lastId;
  }

  /** Forgets a half-read event: its connection is gone. The last id stays. */
  reset(): void {
    this.rest = '';
    this.data = [];
    this.type = '';
    this.sawCarriageReturn = false;
  }

  push(chunk: string): ServerEvent[] {
    const events: ServerEvent[] = [];
    // A CRLF may be cut in two: the LF that follows a CR ends no second line.
    let text = chunk;
    if (this.sawCarriageReturn && text.startsWith('\n')) {
      text = text.slice(1);
    }
    if (chunk.length > 0) {
      this.sawCarriageReturn = chunk.endsWith('\r');
    }
    const lines = (this.rest + text).split(/\r\n|\n|\r/);
    this.rest = lines.pop() ?? '';
    for (const line of lines) {
      const event = this.line(line);
      if (event) {
        events.push(event);
      }
    }
    return events;
  }

  private line(line: string): ServerEvent | null {
    if (line === '') {
      const event =
        this.data.length > 0
          ? { id: this.lastId, event: this.type || 'message', data: this.data.join('\n') }
          : null;
      this.data = [];
      this.type = '';
      return event;
    }
    const colon = line.indexOf(':');
    if (colon === 0) {
      return null;
    }
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') {
      this.data.push(value);
    } else if (field === 'event') {
      this.type = value;
    } else if (field === 'id' && !value.includes('\0')) {
      this.lastId = value;
    }
    return null;
  }
}
