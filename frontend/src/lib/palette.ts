/**
 * Mission colours that stay apart for colour-blind eyes: Okabe and Ito's without black (their yellow darkened to hold
 * on white), then Paul Tol's muted scheme. The shape is the second cue and cycles with another period, so that
 * no two of the first 77 missions share both.
 */
const COLOURS = [
  '#0072B2',
  '#D55E00',
  '#009E73',
  '#CC79A7',
  '#E69F00',
  '#56B4E9',
  '#7F6A00',
  '#882255',
  '#44AA99',
  '#6A5ACD',
  '#999933',
] as const;

export const SHAPES = ['circle', 'square', 'up', 'diamond', 'down', 'plus', 'bar'] as const;

export type Shape = (typeof SHAPES)[number];

export interface Style {
  colour: string;
  /** Black or white, whichever reads better on the colour. */
  ink: string;
  shape: Shape;
}

export function styleOf(index: number): Style {
  const colour = COLOURS[index % COLOURS.length] ?? COLOURS[0];
  return { colour, ink: inkOn(colour), shape: SHAPES[index % SHAPES.length] ?? 'circle' };
}

/** Relative luminance by WCAG 2.1. */
export function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const DARK_INK = '#10181f';

export function inkOn(hex: string): string {
  const light = luminance(hex);
  const onWhite = 1.05 / (light + 0.05);
  const onDark = (light + 0.05) / (luminance(DARK_INK) + 0.05);
  // White is kept while it reads well enough for bold text, as planners know it from print.
  return onWhite >= 3.2 || onWhite > onDark ? '#ffffff' : DARK_INK;
}

/** SVG path of a shape in a 10 by 10 box; the canvas draws the same path. */
export const SHAPE_PATHS: Record<Shape, string> = {
  circle: 'M5 0.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z',
  square: 'M1 1h8v8h-8z',
  up: 'M5 0.5l4.8 8.8h-9.6z',
  diamond: 'M5 0l5 5l-5 5l-5-5z',
  down: 'M0.2 0.7h9.6l-4.8 8.8z',
  plus: 'M3.4 0.5h3.2v2.9h2.9v3.2h-2.9v2.9h-3.2v-2.9h-2.9v-3.2h2.9z',
  bar: 'M0.3 3h9.4v4h-9.4z',
};
