// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Client } from '../api/client';
import { Session } from '../state/session.svelte';
import { Ui } from '../state/ui.svelte';
import { buildWorld } from '../state/world';
import { problem, request, schedule, track, viewPeriod } from '../test/builders';
import Host from '../test/Host.svelte';
import Details from './Details.svelte';
import FaultDialog from './FaultDialog.svelte';
import GapBadge from './GapBadge.svelte';
import PassTable from './PassTable.svelte';
import RequestList from './RequestList.svelte';

let session: Session;
let ui: Ui;

globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

beforeEach(() => {
  session = new Session(new Client());
  ui = new Ui();
  session.problem = problem();
  session.world = buildWorld(
    problem(),
    [
      request('KPLO-TM/1'),
      request('KPLO-TM/2', { critical: true }),
      request('KPLO-TM/10'),
      request('LRO-TM/1', { spacecraft: 'LRO', mission: 'LRO' }),
    ],
    [
      viewPeriod(0, 8, {
        samples: { start: '2026-12-07T00:00:00Z', stepS: 14400, azDeg: [90, 180, 270], elDeg: [10, 50, 10] },
      }),
    ],
  );
  session.schedule = schedule({
    tracks: [track('KPLO-TM/10#1', 1, 2), track('KPLO-TM/2#1', 3, 6)],
    unscheduled: [
      {
        request: 'LRO-TM/1',
        reasons: [{ code: 'CONTENTION', text: 'KPLO-TM/2 holds every place', blockedBy: ['KPLO-TM/2'] }],
      },
      { request: 'KPLO-TM/1', reasons: [{ code: 'SEP', text: 'the Sun is 2.1° away' }] },
    ],
  });
});

afterEach(cleanup);

const show = (component: unknown, props = {}) =>
  render(Host, { props: { session, ui, component, props } } as never);

describe('GapBadge', () => {
  const props = { progress: null, running: false };

  it('says value, bound and gap', () => {
    render(GapBadge, { ...props, schedule: schedule({ value: 212.6, bound: 213.5, gapPercent: 0.4215 }) });
    expect(screen.getByRole('group').textContent).toContain('0.5 % from the best possible');
    expect(screen.getByRole('group').textContent).toContain('proven · value 212.6 of at most 213.5');
  });

  it('claims nothing without a bound', () => {
    render(GapBadge, { ...props, running: true, schedule: schedule({ bound: null, gapPercent: null }) });
    expect(screen.getByRole('group').textContent).toContain('no bound yet');
    expect(screen.getByRole('group').textContent).not.toContain('%');
  });

  it('counts broken rules instead of a gap', () => {
    const violations = [{ id: 'v1', code: 'overlap', text: 'x' }];
    render(GapBadge, {
      ...props,
      schedule: schedule({ status: 'INFEASIBLE', gapPercent: null, violations }),
    });
    expect(screen.getByRole('group').textContent).toContain('1 rule broken');
  });
});

describe('RequestList', () => {
  it('counts the tabs and says why a request is not scheduled', () => {
    show(RequestList);
    expect(screen.getAllByRole('tab').map((tab) => tab.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      'Unscheduled 2',
      'Short 0',
      'Scheduled 2',
      'Critical 1',
    ]);
    const lro = screen.getByRole('button', { name: /LRO-TM\/1/ });
    expect(lro.textContent).toContain('Contention: KPLO-TM/2 holds every place');
    expect(lro.textContent).toContain('0 of 2–4 h');
  });

  it('finds by words and selects', async () => {
    show(RequestList);
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'sun' } });
    const list = within(screen.getByRole('tabpanel'));
    expect(list.getAllByRole('button')).toHaveLength(1);
    await fireEvent.click(list.getByRole('button'));
    expect(ui.selection).toEqual({ kind: 'request', id: 'KPLO-TM/1' });
  });
});

describe('PassTable', () => {
  const ids = () =>
    screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.querySelector('b')?.textContent);

  it('sorts by its columns, both ways', async () => {
    show(PassTable);
    expect(ids()).toEqual(['KPLO-TM/10', 'KPLO-TM/2']);
    await fireEvent.click(screen.getByRole('button', { name: 'Sort by Pass' }));
    expect(ids()).toEqual(['KPLO-TM/2', 'KPLO-TM/10']);
    await fireEvent.click(screen.getByRole('button', { name: 'Sort by Pass' }));
    expect(ids()).toEqual(['KPLO-TM/10', 'KPLO-TM/2']);
    expect(screen.getByRole('columnheader', { name: /Pass/ }).getAttribute('aria-sort')).toBe('descending');
  });

  it('selects by click and by keys', async () => {
    show(PassTable);
    const [, first] = screen.getAllByRole('row');
    await fireEvent.click(first as HTMLElement);
    expect(ui.selection).toEqual({ kind: 'pass', id: 'KPLO-TM/10#1' });
    await fireEvent.keyDown(first as HTMLElement, { key: 'ArrowDown' });
    expect(ui.selection).toEqual({ kind: 'pass', id: 'KPLO-TM/2#1' });
  });
});

describe('Details', () => {
  it('is never empty', () => {
    show(Details, { world: session.world });
    expect(screen.getByText('4 of 8 h')).toBeTruthy();
  });

  it('shows a pass with its curves', () => {
    ui.select({ kind: 'pass', id: 'KPLO-TM/2#1' });
    show(Details, { world: session.world });
    expect(screen.getByRole('heading', { level: 2 }).textContent).toContain('KPLO-TM/2');
    expect(screen.getByRole('img', { name: 'Elevation curve, peak 50.0°' })).toBeTruthy();
    expect(screen.getByRole('img', { name: 'Path of Danuri over the sky of KDSA' })).toBeTruthy();
    expect(screen.getByText('BOT').getAttribute('title')).toContain('Beginning of track');
  });

  it('leads from a reason to the pass that holds the place', async () => {
    ui.select({ kind: 'request', id: 'LRO-TM/1' });
    show(Details, { world: session.world });
    await fireEvent.click(screen.getByRole('button', { name: 'KPLO-TM/2' }));
    expect(ui.selection).toEqual({ kind: 'pass', id: 'KPLO-TM/2#1' });
  });
});

describe('FaultDialog', () => {
  it('lists every fault with its place and value', () => {
    render(FaultDialog, {
      report: {
        file: 'week.json',
        detail: '',
        text: null,
        faults: [
          { pointer: '/requests/3/minDuration', value: 'PT9H', message: 'minDuration (PT9H) is too long.' },
          { pointer: '', value: null, message: 'name is missing.' },
        ],
      },
      onclose: () => {},
    });
    expect(screen.getByText('2 faults in week.json')).toBeTruthy();
    expect(screen.getByText('/requests/3/minDuration')).toBeTruthy();
    expect(screen.getByText('PT9H')).toBeTruthy();
    expect(screen.getByText('the whole file')).toBeTruthy();
  });
});
