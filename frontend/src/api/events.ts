import { parseProblem, type ApiError } from './faults';
import { EventStreamParser } from './sse';
import type { Improvement, StatusView } from './types';

export interface ScheduleEvents {
  status(view: StatusView): void;
  improvement(improvement: Improvement): void;
  end(view: StatusView): void;
  /** The connection is gone; it is tried again until {@link EventFollower.close}. */
  lost(): void;
  restored(): void;
  /** The server refuses for good, for example because the schedule was deleted. */
  refused(error: ApiError): void;
}

export interface FollowOptions {
  fetcher?: typeof fetch;
  /** Delay before each try after the first, in milliseconds. */
  backoffMs?: (attempt: number) => number;
  /** The server sends a keep-alive every 15 s; this long without a byte means that nobody is there. */
  silenceMs?: number;
}

const SILENCE_MS = 40_000;

function defaultBackoff(attempt: number): number {
  return Math.min(15_000, 500 * 2 ** Math.min(attempt, 5));
}

/**
 * Follows the events of one schedule until it ends. It reads the stream with fetch rather than EventSource
 * because that shows the server's own words on refusal, notices a connection that died without closing, and
 * resumes by `Last-Event-ID` after every kind of loss.
 */
export class EventFollower {
  private readonly parser = new EventStreamParser();
  private readonly fetcher: typeof fetch;
  private readonly backoffMs: (attempt: number) => number;
  private readonly silenceMs: number;
  private abort = new AbortController();
  private closed = false;
  private ended = false;
  private failures = 0;
  private announced = false;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly url: string,
    private readonly handlers: ScheduleEvents,
    options: FollowOptions = {},
  ) {
    this.fetcher = options.fetcher ?? ((input, init) => fetch(input, init));
    this.backoffMs = options.backoffMs ?? defaultBackoff;
    this.silenceMs = options.silenceMs ?? SILENCE_MS;
    void this.connect();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.retryTimer);
    this.abort.abort();
  }

  private async connect(): Promise<void> {
    this.abort = new AbortController();
    this.parser.reset();
    try {
      const response = await this.fetcher(this.url, {
        signal: this.abort.signal,
        cache: 'no-store',
        headers: {
          Accept: 'text/event-stream',
          ...(this.parser.lastEventId === null ? {} : { 'Last-Event-ID': this.parser.lastEventId }),
        },
      });
      if (!response.ok || !response.body) {
        const error = parseProblem(response.status, response.statusText, await response.text());
        if (response.status >= 400 && response.status < 500 && response.status !== 429) {
          this.closed = true;
          this.handlers.refused(error);
          return;
        }
        throw error;
      }
      await this.read(response.body);
    } catch {
      // Whatever broke the connection, the answer is the same: say so and try again.
    }
    if (!this.closed && !this.ended) {
      this.retryLater();
    }
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let silence: ReturnType<typeof setTimeout> | undefined;
    const listen = () => {
      clearTimeout(silence);
      silence = setTimeout(() => this.abort.abort(), this.silenceMs);
    };
    try {
      listen();
      for (;;) {
        const { done, value } = await reader.read();
        if (done || this.closed) {
          return;
        }
        listen();
        this.failures = 0;
        if (this.announced) {
          this.announced = false;
          this.handlers.restored();
        }
        for (const event of this.parser.push(decoder.decode(value, { stream: true }))) {
          this.dispatch(event.event, event.data);
        }
      }
    } finally {
      clearTimeout(silence);
    }
  }

  private dispatch(type: string, data: string): void {
    if (type === 'status') {
      this.handlers.status(JSON.parse(data) as StatusView);
    } else if (type === 'improvement') {
      this.handlers.improvement(JSON.parse(data) as Improvement);
    } else if (type === 'end') {
      this.ended = true;
      this.handlers.end(JSON.parse(data) as StatusView);
    }
  }

  private retryLater(): void {
    // Servers and proxies close long streams as a matter of course: only a reconnection that fails is a loss.
    if (this.failures > 0 && !this.announced) {
      this.announced = true;
      this.handlers.lost();
    }
    const delay = this.backoffMs(this.failures);
    this.failures += 1;
    this.retryTimer = setTimeout(() => void this.connect(), delay);
  }
}
