import { describe, expect, it } from 'vitest';
import { inkOn, luminance, styleOf } from './palette';

describe('mission styles', () => {
  it('differ in colour or shape for the first 77 missions', () => {
    const seen = new Set(
      Array.from({ length: 77 }, (_, k) => styleOf(k)).map((style) => `${style.colour} ${style.shape}`),
    );
    expect(seen.size).toBe(77);
  });

  it('give a label that reads on every colour', () => {
    for (let k = 0; k < 11; k++) {
      const { colour, ink } = styleOf(k);
      const [dark, light] = [luminance(colour), luminance(ink)].sort((a, b) => a - b) as [number, number];
      expect((light + 0.05) / (dark + 0.05), colour).toBeGreaterThanOrEqual(3);
    }
  });

  it('put black on yellow and white on blue', () => {
    expect(inkOn('#E69F00')).not.toBe('#ffffff');
    expect(inkOn('#0072B2')).toBe('#ffffff');
  });
});
