import { isoShort, TIME_MODES, type Span, type TimeMode } from '../lib/time';
import type { RowMode } from '../timeline/layout';

export type Selection = { kind: 'pass' | 'request'; id: string };

/** What of the page a link keeps. */
export interface HashState {
  schedule: string | null;
  view: Span | null;
  selection: Selection | null;
  mode: TimeMode;
  rows: RowMode;
}

export const EMPTY_HASH: HashState = {
  schedule: null,
  view: null,
  selection: null,
  mode: 'utc',
  rows: 'antennas',
};

/** `#s=…&from=…&to=…&pass=…&axis=kst&rows=spacecraft`; defaults are left out. */
export function writeHash(state: HashState): string {
  const fields: [string, string][] = [];
  if (state.schedule !== null) {
    fields.push(['s', state.schedule]);
  }
  if (state.view) {
    fields.push(['from', isoShort(state.view.from)], ['to', isoShort(state.view.to)]);
  }
  if (state.selection) {
    fields.push([state.selection.kind, state.selection.id]);
  }
  if (state.mode !== 'utc') {
    fields.push(['axis', state.mode]);
  }
  if (state.rows !== 'antennas') {
    fields.push(['rows', state.rows]);
  }
  return fields.length === 0 ? '' : '#' + fields.map(([key, value]) => `${key}=${encode(value)}`).join('&');
}

/** Escapes what ends a field or a link, and leaves `/`, `:` readable. */
function encode(value: string): string {
  return encodeURIComponent(value).replaceAll('%2F', '/').replaceAll('%3A', ':');
}

/** Reads a hash written by anyone: fields that make no sense count as absent. */
export function readHash(hash: string): HashState {
  const fields = new URLSearchParams(hash.replace(/^#/, '').replaceAll('+', '%2B'));
  const from = Date.parse(fields.get('from') ?? '');
  const to = Date.parse(fields.get('to') ?? '');
  const pass = fields.get('pass');
  const request = fields.get('request');
  return {
    schedule: fields.get('s') || null,
    view: from < to ? { from, to } : null,
    selection: pass ? { kind: 'pass', id: pass } : request ? { kind: 'request', id: request } : null,
    mode: TIME_MODES.find((mode) => mode === fields.get('axis')) ?? 'utc',
    rows: fields.get('rows') === 'spacecraft' ? 'spacecraft' : 'antennas',
  };
}
