import { describe, expect, it } from 'vitest';
import { EventStreamParser } from './sse';

function read(...chunks: string[]) {
  const parser = new EventStreamParser();
  return { parser, events: chunks.flatMap((chunk) => parser.push(chunk)) };
}

describe('EventStreamParser', () => {
  it('reads type, id and data of an event', () => {
    const { events } = read('id: 7\nevent: status\ndata: {"a":1}\n\n');
    expect(events).toEqual([{ id: '7', event: 'status', data: '{"a":1}' }]);
  });

  it('gives the same events wherever the stream is cut', () => {
    const stream =
      'id: 1\r\nevent: improvement\r\ndata: x\r\ndata: y\r\n\r\n: keep-alive\r\n\r\ndata:z\r\n\r\n';
    const whole = read(stream).events;
    expect(whole).toEqual([
      { id: '1', event: 'improvement', data: 'x\ny' },
      { id: '1', event: 'message', data: 'z' },
    ]);
    for (let cut = 0; cut <= stream.length; cut++) {
      expect(read(stream.slice(0, cut), stream.slice(cut)).events, `cut at ${cut}`).toEqual(whole);
    }
    expect(read(...stream).events).toEqual(whole);
  });

  it('sends nothing for comments and for events without data', () => {
    expect(read(': keep-alive\n\nevent: status\n\n').events).toEqual([]);
  });

  it('keeps the last id over a reset but drops the half-read event', () => {
    const { parser } = read('id: 4\ndata: a\n\nid: 5\ndata: half');
    parser.reset();
    expect(parser.lastEventId).toBe('5');
    expect(parser.push('data: whole\n\n')).toEqual([{ id: '5', event: 'message', data: 'whole' }]);
  });

  it('ignores an id with a NUL', () => {
    const { parser } = read('id: 1\nid: 2\0\ndata: a\n\n');
    expect(parser.lastEventId).toBe('1');
  });
});
