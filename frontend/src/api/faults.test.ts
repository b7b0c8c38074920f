import { describe, expect, it } from 'vitest';
import { parseProblem } from './faults';

describe('parseProblem', () => {
  it('reads every fault with its pointer, value and message', () => {
    const body = JSON.stringify({
      title: 'Unprocessable problem',
      status: 422,
      detail: '2 faults',
      faults: [
        { pointer: '/requests/3/minDuration', value: 'PT9H', message: 'minDuration (PT9H) is too long.' },
        { pointer: '/requests/3/priority', value: 12, message: 'priority (12) is above 10.' },
      ],
    });
    const error = parseProblem(422, 'Unprocessable', body);
    expect(error.title).toBe('Unprocessable problem');
    expect(error.message).toBe('2 faults');
    expect(error.faults).toEqual([
      { pointer: '/requests/3/minDuration', value: 'PT9H', message: 'minDuration (PT9H) is too long.' },
      { pointer: '/requests/3/priority', value: '12', message: 'priority (12) is above 10.' },
    ]);
  });

  it('drops entries that are not faults and survives a body that is not JSON', () => {
    expect(parseProblem(422, '', '{"faults":[null,"x",{"pointer":"/a"}]}').faults).toEqual([]);
    const page = parseProblem(502, 'Bad Gateway', '<html>nginx</html>');
    expect(page.title).toBe('Bad Gateway');
    expect(page.unreachable).toBe(true);
  });
});
