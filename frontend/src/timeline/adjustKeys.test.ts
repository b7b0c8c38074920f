import { describe, expect, it } from 'vitest';
import { buildWorld } from '../state/world';
import { ms, problem, request } from '../test/builders';
import { arrowPlacement } from './adjustKeys';

const world = buildWorld(problem(), [request('A/1', { antennas: [['KDSA'], ['DSS-26'], ['DSS-36']] })], []);
const asked = world.requests.get('A/1');
const here = { antennas: ['KDSA'], bot: ms(2), eot: ms(4) };

function press(key: string, keys: Partial<KeyboardEvent> = {}) {
  if (!asked) {
    throw new Error('no request');
  }
  const none = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };
  return arrowPlacement({ request: asked }, here, { key, ...none, ...keys });
}

describe('arrowPlacement', () => {
  it('moves by five minutes, with Shift by one', () => {
    expect(press('ArrowRight')).toEqual({ ...here, bot: ms(2, 5), eot: ms(4, 5) });
    expect(press('ArrowLeft', { shiftKey: true })).toEqual({ ...here, bot: ms(1, 59), eot: ms(3, 59) });
  });

  it('resizes at the end with Alt, at the start with Ctrl or the command key', () => {
    expect(press('ArrowRight', { altKey: true })).toEqual({ ...here, eot: ms(4, 5) });
    expect(press('ArrowLeft', { ctrlKey: true })).toEqual({ ...here, bot: ms(1, 55) });
    expect(press('ArrowRight', { metaKey: true, shiftKey: true })).toEqual({ ...here, bot: ms(2, 1) });
  });

  it('goes round the antennas of the request', () => {
    expect(press('ArrowDown')?.antennas).toEqual(['DSS-26']);
    expect(press('ArrowUp')?.antennas).toEqual(['DSS-36']);
  });

  it('leaves other keys alone', () => {
    expect(press('Tab')).toBeNull();
  });
});
