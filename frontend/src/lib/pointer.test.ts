import { describe, expect, it } from 'vitest';
import { placesIn, splitFix } from './pointer';

const FILE = JSON.stringify({
  name: 'week',
  antennas: [{ catalogue: 'KDSA', 'min/Sep': { X: 2 } }],
  requests: [{ id: 'KPLO-TM', split: { maxTracks: 0 } }],
});

describe('placesIn', () => {
  it('names the thing around a field', () => {
    const place = placesIn(FILE);
    expect(place('/requests/0/split/maxTracks')).toEqual({
      path: 'requests[0].split.maxTracks',
      owner: 'KPLO-TM',
    });
    expect(place('/antennas/0/min~1Sep/X')).toEqual({ path: 'antennas[0].min/Sep.X', owner: 'KDSA' });
    expect(place('/requests/0')).toEqual({ path: 'requests[0]', owner: 'KPLO-TM' });
  });

  it('does without a file, and with one that is no JSON', () => {
    for (const text of [null, '{"name": "cut']) {
      expect(placesIn(text)('/requests/3/id')).toEqual({ path: 'requests[3].id', owner: null });
      expect(placesIn(text)('')).toEqual({ path: '', owner: null });
    }
  });

  it('goes on where the file has nothing', () => {
    expect(placesIn(FILE)('/horizon/start')).toEqual({ path: 'horizon.start', owner: null });
  });
});

describe('splitFix', () => {
  it('parts what is wrong from what to do', () => {
    expect(splitFix('minDuration (PT9H) is longer than preferredDuration (PT4H). Maybe swap them.')).toEqual({
      wrong: 'minDuration (PT9H) is longer than preferredDuration (PT4H).',
      fix: 'Maybe swap them.',
    });
    expect(splitFix('is missing.')).toEqual({ wrong: 'is missing.', fix: null });
  });
});
