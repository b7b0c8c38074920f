import type { Span } from './time';

/** Half-open intervals, sorted and apart. */
export type Spans = readonly Span[];

/** Sorts spans and joins those that overlap or touch. */
export function union(spans: Iterable<Span>): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && span.from <= last.to) {
      last.to = Math.max(last.to, span.to);
    } else {
      joined.push({ ...span });
    }
  }
  return joined;
}

/** What lies in both. */
export function intersect(a: Spans, b: Spans): Span[] {
  const both: Span[] = [];
  for (let i = 0, k = 0; i < a.length && k < b.length;) {
    const one = a[i] as Span;
    const other = b[k] as Span;
    const from = Math.max(one.from, other.from);
    const to = Math.min(one.to, other.to);
    if (from < to) {
      both.push({ from, to });
    }
    if (one.to < other.to) {
      i++;
    } else {
      k++;
    }
  }
  return both;
}

/** What of the first does not lie in the second. */
export function subtract(from: Spans, taken: Spans): Span[] {
  const rest: Span[] = [];
  let k = 0;
  for (const span of from) {
    let start = span.from;
    while (k < taken.length && (taken[k] as Span).to <= start) {
      k++;
    }
    for (let i = k; i < taken.length && (taken[i] as Span).from < span.to; i++) {
      const cut = taken[i] as Span;
      if (cut.from > start) {
        rest.push({ from: start, to: cut.from });
      }
      start = Math.max(start, cut.to);
    }
    if (start < span.to) {
      rest.push({ from: start, to: span.to });
    }
  }
  return rest;
}
