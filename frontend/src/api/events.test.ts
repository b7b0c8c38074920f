import { afterEach, describe, expect, it, vi } from 'vitest';
import { EventFollower, type ScheduleEvents } from './events';

/** A connection the test feeds by hand. */
class Wire {
  readonly stream: ReadableStream<Uint8Array>;
  private controller!: ReadableStreamDefaultController<Uint8Array>;

  constructor(readonly init: RequestInit) {
    this.stream = new ReadableStream({ start: (controller) => void (this.controller = controller) });
    init.signal?.addEventListener('abort', () => this.fail());
  }

  get headers(): Record<string, string> {
    return this.init.headers as Record<string, string>;
  }

  send(text: string): void {
    this.controller.enqueue(new TextEncoder().encode(text));
  }

  end(): void {
    this.controller.close();
  }

  fail(): void {
    try {
      this.controller.error(new TypeError('connection reset'));
    } catch {
      // Closed already.
    }
  }
}

function follow(answers: ('ok' | 'down' | number)[], options = {}) {
  const wires: Wire[] = [];
  const log: string[] = [];
  const fetcher = vi.fn(async (_url: unknown, init?: RequestInit) => {
    const answer = answers.shift() ?? 'ok';
    if (answer === 'down') {
      throw new TypeError('refused');
    }
    if (typeof answer === 'number') {
      return new Response('{"title":"Gone","detail":"schedule (x) was deleted."}', { status: answer });
    }
    const wire = new Wire(init ?? {});
    wires.push(wire);
    return new Response(wire.stream);
  });
  const handlers: ScheduleEvents = {
    status: (view) => log.push(`status ${view.status}`),
    improvement: ({ schedule }) => log.push(`value ${schedule.value}`),
    end: (view) => log.push(`end ${view.status}`),
    lost: () => log.push('lost'),
    restored: () => log.push('restored'),
    refused: (error) => log.push(`refused ${error.message}`),
  };
  const follower = new EventFollower('events', handlers, {
    fetcher: fetcher as unknown as typeof fetch,
    backoffMs: () => 1000,
    ...options,
  });
  return { follower, wires, log, fetcher };
}

const STATUS = 'id: 1\nevent: status\ndata: {"status":"SOLVING"}\n\n';
const BETTER = 'id: 2\nevent: improvement\ndata: {"progress":{},"schedule":{"value":7}}\n\n';
const END = 'id: 3\nevent: end\ndata: {"status":"SOLVED"}\n\n';

describe('EventFollower', () => {
  vi.useFakeTimers();
  const settle = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

  afterEach(() => vi.clearAllTimers());

  it('reports events in their order and stops at the end', async () => {
    const { wires, log, fetcher } = follow([]);
    await settle();
    wires[0]?.send(STATUS + BETTER);
    wires[0]?.send(END);
    wires[0]?.end();
    await settle(60_000);
    expect(log).toEqual(['status SOLVING', 'value 7', 'end SOLVED']);
    expect(fetcher).toHaveBeenCalledTimes(1);
  });

  it('resumes by the last id after a loss, which it tells once it lasts', async () => {
    const { wires, log } = follow(['ok', 'down', 'down', 'ok']);
    await settle();
    wires[0]?.send(STATUS + BETTER);
    await settle();
    wires[0]?.fail();
    await settle(500);
    expect(log).not.toContain('lost');
    await settle(600);
    expect(log.at(-1)).toBe('lost');
    await settle(2_000);
    expect(wires[1]?.headers['Last-Event-ID']).toBe('2');
    wires[1]?.send(END);
    await settle();
    expect(log).toEqual(['status SOLVING', 'value 7', 'lost', 'restored', 'end SOLVED']);
  });

  it('says nothing of a connection that is closed and at once there again', async () => {
    const { wires, log } = follow(['ok', 'ok']);
    await settle();
    wires[0]?.send(STATUS);
    wires[0]?.end();
    await settle(1_100);
    wires[1]?.send(': keep-alive\n\n');
    await settle();
    expect(log).toEqual(['status SOLVING']);
  });

  it('takes long silence for a loss', async () => {
    const { wires } = follow(['ok', 'ok'], { silenceMs: 40_000 });
    await settle();
    wires[0]?.send(STATUS);
    await settle(39_000);
    wires[0]?.send(': keep-alive\n\n');
    await settle(39_000);
    expect(wires).toHaveLength(1);
    await settle(3_000);
    expect(wires).toHaveLength(2);
  });

  it('gives up when the server refuses, with its words', async () => {
    const { log, fetcher } = follow([404]);
    await settle(60_000);
    expect(log).toEqual(['refused schedule (x) was deleted.']);
    expect(fetcher).toHaveBeenCalledTimes(1);
  });

  it('tries again when the server is overloaded', async () => {
    const { fetcher } = follow([503, 429, 'ok']);
    await settle(2_500);
    expect(fetcher).toHaveBeenCalledTimes(3);
  });

  it('is quiet once closed', async () => {
    const { follower, wires, log, fetcher } = follow(['ok', 'ok']);
    await settle();
    follower.close();
    wires[0]?.fail();
    await settle(60_000);
    expect(log).toEqual([]);
    expect(fetcher).toHaveBeenCalledTimes(1);
  });
});
