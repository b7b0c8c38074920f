import { describe, expect, it } from 'vitest';
import { splitReason } from './reason';

describe('splitReason', () => {
  it('takes the lead of the sentence where it has one', () => {
    expect(splitReason({ code: 'CONTENTION', text: 'Contention: KPLO holds every place.' })).toEqual({
      lead: 'Contention',
      rest: 'KPLO holds every place.',
    });
    expect(splitReason({ code: 'TOO_SHORT', text: 'Short by 9 min: KDSA loses KPLO at 05:24.' }).lead).toBe(
      'Short by 9 min',
    );
  });

  it('puts the code in plain words before other sentences', () => {
    expect(splitReason({ code: 'ANTENNA_DOWN', text: 'KDSA is down from 04:48 to 09:00.' })).toEqual({
      lead: 'Antenna unavailable',
      rest: 'KDSA is down from 04:48 to 09:00.',
    });
    expect(splitReason({ code: 'NEW_CODE', text: 'x' }).lead).toBe('NEW_CODE');
  });
});
