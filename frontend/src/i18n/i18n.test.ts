import { afterEach, describe, expect, it } from 'vitest';
import { formatDateTime, formatDuration, formatHorizon, formatLongDay } from '../lib/format';
import { splitReason } from '../lib/reason';
import { en } from './en';
import { getLanguage, m, setLanguage } from './index';
import { ko } from './ko';

/** Every path to a string or function, with the number of arguments it takes. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, entry]) => leaves(entry, `${path}/${key}`))
    : [[path, value]];
}

/** Names, symbols and abbreviations that are the same in Korean. */
const SAME = /^[\d\s.%–−·+\-/A-Z▲←→↑↓?]*$/;

/** Names of keys and of formats. */
const NAMES = /^\/help\/groups\/\w+\/keys\/\d+\/0$|^\/exports\/formats\/\w+\/[01]$/;

describe('the Korean words', () => {
  const korean = new Map(leaves(ko));

  it('are there for every English one and for nothing else', () => {
    expect([...korean.keys()].sort()).toEqual(
      leaves(en)
        .map(([path]) => path)
        .sort(),
    );
  });

  it('are Korean, but for names and abbreviations', () => {
    const same = leaves(en)
      .filter(
        ([path, text]) =>
          typeof text === 'string' && korean.get(path) === text && !SAME.test(text) && !NAMES.test(path),
      )
      .map(([path]) => path);
    expect(same).toEqual([]);
  });

  it('say everything that they are given', () => {
    for (const [path, english] of leaves(en)) {
      const own = korean.get(path);
      if (typeof english !== 'function') {
        expect(typeof own, path).toBe('string');
        continue;
      }
      const marks = Array.from({ length: english.length }, (_, k) => 71 + k);
      const told = (text: unknown) => marks.filter((mark) => String(text).includes(String(mark)));
      expect(told((own as (...all: number[]) => string)(...marks)), path).toEqual(told(english(...marks)));
    }
  });
});

describe('switching', () => {
  afterEach(() => setLanguage('en'));

  it('changes words, dates and durations at once', () => {
    const start = Date.UTC(2026, 11, 7);
    expect(m.timeline.region).toBe('Timeline');
    setLanguage('ko');
    expect(getLanguage()).toBe('ko');
    expect(m.timeline.region).toBe('타임라인');
    expect(formatLongDay(start, 'utc')).toBe('12월 7일 (월)');
    expect(formatDateTime(start, 'kst')).toBe('12월 7일 09:00');
    expect(formatDuration(3.6 * 3_600_000)).toBe('3시간 36분');
    expect(formatHorizon(start, Date.UTC(2026, 11, 14), 'utc')).toBe('2026년 12월 7–14일');
    expect(formatHorizon(start, Date.UTC(2027, 0, 4), 'utc')).toBe('2026년 12월 7일 – 2027년 1월 4일');
    expect(formatHorizon(Date.UTC(2026, 10, 29), Date.UTC(2026, 11, 6), 'utc')).toBe(
      '2026년 11월 29일 – 12월 6일',
    );
  });

  it('puts the reason in the language before the sentence of the server, which stays as it is', () => {
    setLanguage('ko');
    expect(splitReason({ code: 'TOO_SHORT', text: 'Short by 9 min: KDSA loses KPLO at 05:24.' })).toEqual({
      lead: '시간 부족',
      rest: 'Short by 9 min: KDSA loses KPLO at 05:24.',
    });
    expect(splitReason({ code: 'CONTENTION', text: 'Contention: KPLO holds every place.' }).rest).toBe(
      'KPLO holds every place.',
    );
  });
});
