import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { dropFile, screenshot } from './browser.mjs';
import { useBrowser } from './fixture.mjs';
import { fetchSchedule } from './plan.mjs';
import { get, smallestProblem, solvedSchedule } from './server.mjs';

const browser = useBrowser();
let solved;

beforeAll(async () => {
  solved = await solvedSchedule();
});

async function open(options) {
  const { page } = await browser.open(options);
  return page;
}

const linkTo = (view) => `#s=${encodeURIComponent(view.id)}`;
const passes = (page) => page.getByRole('group', { name: 'Passes in view' }).getByRole('button');
const details = (page) => page.getByRole('complementary', { name: 'Details' });
const requests = (page) => page.getByRole('complementary', { name: 'Requests' });
const overview = (page) => page.getByRole('slider');
const gap = (page) => page.getByRole('group', { name: /^Value:/ });
const table = (page) => page.getByRole('grid', { name: 'Passes of the schedule' });

async function hashOf(page) {
  return new URLSearchParams(new URL(page.url()).hash.slice(1));
}

/** Waits until the link says something else than it did. */
async function hashChanges(page, before) {
  await page.waitForFunction((old) => location.hash !== old, before);
  return hashOf(page);
}

/** Resolves once solving has ended, whichever way. */
async function solvingEnds(page) {
  await page.getByRole('button', { name: /^Solve ·/ }).waitFor({ timeout: 50_000 });
}

describe('the first visit', () => {
  it('opens a schedule with its passes, its gap and the reasons for what is missing', async () => {
    const page = await open();
    await passes(page).first().waitFor();
    expect(await gap(page).textContent()).toMatch(/best possible|value/i);
    expect(await requests(page).getByRole('tab').count()).toBe(4);
    expect(await page.title()).toMatch(/ · Yeoju$/);
  });

  it('weighs at most 250 kB on the wire', async () => {
    const page = await open({ hash: linkTo(solved) });
    await passes(page).first().waitFor();
    const urls = await page.evaluate(() => [
      location.href.split('#')[0],
      ...performance
        .getEntriesByType('resource')
        .map((entry) => entry.name)
        .filter((name) => !name.includes('/api/')),
    ]);
    expect(urls.length).toBeGreaterThanOrEqual(3);
    let bytes = 0;
    for (const url of urls) {
      bytes += gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length;
    }
    expect(bytes).toBeLessThan(250_000);
  });

  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ]) {
    for (const theme of ['light', 'dark']) {
      it(`looks right at ${width} pixels in the ${theme} theme`, async () => {
        const page = await open({ width, height, theme, hash: linkTo(solved) });
        await passes(page).first().click();
        await details(page).getByRole('heading', { level: 2 }).waitFor();
        expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(sideways).toBe(0);
        const main = await page.getByRole('main').boundingBox();
        const rows = await page.getByRole('group', { name: /^Rows of the timeline/ }).boundingBox();
        expect(Math.round(rows.width)).toBe(Math.round(main.width));
        const header = await page.getByRole('banner').evaluate((element) => ({
          height: element.offsetHeight,
          cutOff: element.scrollWidth - element.clientWidth,
        }));
        expect(header).toEqual({ height: 52, cutOff: 0 });
        await page.waitForTimeout(400);
        await screenshot(page, `schedule-${width}-${theme}`);
      });
    }
  }

  it('folds the side panels away on a tablet', async () => {
    const page = await open({ width: 900, height: 1100, hash: linkTo(solved) });
    await passes(page).first().waitFor();
    expect(await requests(page).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Requests', exact: true }).click();
    await requests(page).getByRole('searchbox').waitFor();
    await screenshot(page, 'tablet');
  });
});

describe('the timeline', () => {
  it('has a button for every pass in view that says who, where and when', async () => {
    const page = await open({ hash: linkTo(solved) });
    await passes(page).first().waitFor();
    await page.keyboard.press('0');
    await page.waitForFunction(
      (count) =>
        new Set([...document.querySelectorAll('[data-pass-id]')].map((b) => b.dataset.passId)).size === count,
      Math.min(400, solved.schedule.tracks.length),
    );
    const [track] = solved.schedule.tracks.toSorted((a, b) => a.bot.localeCompare(b.bot));
    const label = await page.locator(`[data-pass-id="${track.id}"]`).first().getAttribute('aria-label');
    expect(label).toContain(track.request);
    expect(label).toContain(`on ${track.antennas[0]}`);
    expect(label).toContain(track.bot.slice(11, 16));
    expect(label).toMatch(/UTC$/);
  });

  it('shows the elevation curve and the sky of the pass that is selected', async () => {
    const page = await open({ hash: linkTo(solved) });
    const pass = passes(page).first();
    await pass.click();
    const name = (await pass.getAttribute('aria-label')).split(',')[0];
    await details(page).getByRole('heading', { level: 2, name }).waitFor();
    await details(page)
      .getByRole('img', { name: /^Elevation curve, peak/ })
      .waitFor();
    await details(page)
      .getByRole('img', { name: /^Path of/ })
      .waitFor();
    expect(await pass.getAttribute('aria-pressed')).toBe('true');
    const id = await pass.getAttribute('data-pass-id');
    await expect.poll(async () => (await hashOf(page)).get('pass')).toBe(id);
  });

  it('goes from pass to pass by arrow keys', async () => {
    const page = await open({ hash: linkTo(solved) });
    await passes(page).first().click();
    const before = await details(page).getByRole('heading', { level: 2 }).textContent();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      (old) =>
        document.querySelector('aside h2') &&
        ![...document.querySelectorAll('h2')].some((h) => h.textContent === old),
      before,
    );
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-pass-id'));
    await expect.poll(async () => (await hashOf(page)).get('pass')).toBe(focused);
  });

  it('zooms and pans, and the link follows', async () => {
    const page = await open({ hash: linkTo(solved) });
    await passes(page).first().waitFor();
    const span = (hash) => Date.parse(hash.get('to')) - Date.parse(hash.get('from'));
    const start = await hashChanges(page, linkTo(solved));
    const shown = await overview(page).getAttribute('aria-valuetext');

    let before = new URL(page.url()).hash;
    await page.getByRole('button', { name: /^Zoom in/ }).click();
    const zoomed = await hashChanges(page, before);
    expect(span(zoomed)).toBeLessThan(span(start));
    expect(await overview(page).getAttribute('aria-valuetext')).not.toBe(shown);

    before = new URL(page.url()).hash;
    await page.getByRole('group', { name: /^Rows of the timeline/ }).focus();
    await page.keyboard.press('ArrowRight');
    const panned = await hashChanges(page, before);
    expect(Date.parse(panned.get('from'))).toBeGreaterThan(Date.parse(zoomed.get('from')));
    expect(Math.abs(span(panned) - span(zoomed))).toBeLessThanOrEqual(1000);

    before = new URL(page.url()).hash;
    const box = await page.getByRole('group', { name: /^Rows of the timeline/ }).boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + 20);
    await page.mouse.wheel(0, -300);
    expect(span(await hashChanges(page, before))).toBeLessThan(span(panned));

    before = new URL(page.url()).hash;
    await page.mouse.move(box.x + box.width - 100, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 300, box.y + 8, { steps: 5 });
    await page.mouse.up();
    const dragged = await hashChanges(page, before);
    expect(Date.parse(dragged.get('from'))).toBeGreaterThan(Date.parse(panned.get('from')));
  });

  it('opens where a link says, with its selection, clock and rows', async () => {
    const [track] = solved.schedule.tracks;
    const from = track.bot.slice(0, 16) + 'Z';
    const to = new Date(Date.parse(track.eot) + 3_600_000).toISOString().slice(0, 16) + 'Z';
    const page = await open({
      hash: `${linkTo(solved)}&from=${from}&to=${to}&pass=${encodeURIComponent(track.id)}&axis=kst&rows=spacecraft`,
    });
    await details(page)
      .getByRole('img', { name: /^Elevation curve/ })
      .waitFor();
    expect(await page.getByRole('button', { name: 'KST', exact: true }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    expect(
      await page.getByRole('button', { name: 'Spacecraft', exact: true }).getAttribute('aria-pressed'),
    ).toBe('true');
    expect(await overview(page).getAttribute('aria-valuetext')).toMatch(/KST$/);
    const hash = await hashOf(page);
    expect(hash.get('pass')).toBe(track.id);
    await screenshot(page, 'spacecraft-kst');
  });
});

describe('lists and tables', () => {
  it('sort, and select in the timeline too', async () => {
    const page = await open({ hash: linkTo(solved) });
    await table(page).getByRole('button', { name: 'Sort by Track' }).click();
    await table(page).getByRole('button', { name: 'Sort by Track' }).click();
    const row = table(page).getByRole('row').nth(1);
    await row.click();
    expect(await row.getAttribute('aria-selected')).toBe('true');
    await passes(page).and(page.locator('[aria-pressed="true"]')).first().waitFor();
    const longest = solved.schedule.tracks.toSorted(
      (a, b) => Date.parse(b.eot) - Date.parse(b.bot) - (Date.parse(a.eot) - Date.parse(a.bot)),
    )[0];
    expect(await row.textContent()).toContain(longest.request);
  });

  it('find requests from the keyboard', async () => {
    const page = await open({ hash: linkTo(solved) });
    await passes(page).first().waitFor();
    const { request } = solved.schedule.tracks[0];
    await page.keyboard.press('/');
    await page.keyboard.type(request);
    const short = solved.schedule.short.some((entry) => entry.request === request);
    await requests(page)
      .getByRole('tab', { name: short ? /^Short/ : /^Scheduled/ })
      .click();
    await requests(page).getByRole('button', { name: request }).first().click();
    await details(page).getByRole('heading', { level: 2, name: request }).waitFor();
  });

  it('show the load of each mission and that no rule is broken', async () => {
    const page = await open({ hash: linkTo(solved) });
    await page.getByRole('tab', { name: 'Load by mission' }).click();
    const missions = solved.schedule.figures.missions.length;
    await page.getByRole('table', { name: 'Load by mission' }).waitFor();
    expect(await page.getByRole('table', { name: 'Load by mission' }).getByRole('row').count()).toBe(
      missions + 1,
    );
    await page.getByRole('tab', { name: 'Violations 0' }).click();
    await page.getByText('No rule is broken.').waitFor();
  });
});

describe('solving', () => {
  it('solves a dropped problem while one watches', async () => {
    const { problem } = await smallestProblem();
    const page = await open({ hash: linkTo(solved) });
    await passes(page).first().waitFor();
    const limited = {
      ...problem,
      name: 'Dropped by the test',
      solver: { ...problem.solver, timeLimit: 'PT6S' },
    };
    await dropFile(page, 'dropped.json', JSON.stringify(limited));
    await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
    await page.getByRole('progressbar', { name: 'Solving progress' }).waitFor();
    await passes(page).first().waitFor({ timeout: 50_000 });
    await screenshot(page, 'solving');
    await solvingEnds(page);
    expect(await page.title()).toBe('Dropped by the test · Yeoju');
    expect(await passes(page).count()).toBeGreaterThan(0);
    await page.getByRole('status').filter({ hasText: 'Solved' }).waitFor();
  });

  it('keeps the best when it is stopped', async () => {
    const { problem } = await smallestProblem();
    const page = await open({ hash: linkTo(solved) });
    await passes(page).first().waitFor();
    const long = {
      ...problem,
      name: 'Stopped by the test',
      solver: { ...problem.solver, timeLimit: 'PT10M' },
    };
    await dropFile(page, 'long.json', JSON.stringify(long));
    await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
    await expect.poll(async () => page.title()).toBe('Stopped by the test · Yeoju');
    await table(page)
      .getByRole('row')
      .nth(1)
      .getByRole('gridcell')
      .first()
      .or(passes(page).first())
      .first()
      .waitFor();
    await passes(page).first().waitFor({ timeout: 50_000 });
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await solvingEnds(page);
    expect(await passes(page).count()).toBeGreaterThan(0);
    await page.getByRole('status').filter({ hasText: 'Stopped' }).waitFor();
  });

  it('solves a listed problem from the menu, and the problem on the page anew with another limit', async () => {
    const { name } = await smallestProblem();
    const page = await open({ hash: linkTo(solved) });
    await page.getByRole('button', { name: 'Problem and schedule' }).click();
    await screenshot(page, 'menu');
    await page.getByRole('button', { name: new RegExp(`^Solve ${name} `) }).click();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await solvingEnds(page);
    await page.getByRole('button', { name: 'Choose the time limit' }).click();
    await page.getByRole('button', { name: '10 s', exact: true }).click();
    // The link follows the page a moment later.
    await expect.poll(async () => (await hashOf(page)).get('s')).not.toBe(solved.id);
    const before = (await hashOf(page)).get('s');
    const { revision } = await fetchSchedule(before);
    await page.getByRole('button', { name: 'Solve · 10 s' }).click();
    await page.getByText(/of 10 s/).waitFor();
    // What is stopped before anything is found leaves no revision.
    await expect
      .poll(async () => {
        const { status, progress } = await get(`/schedules/${before}/status`);
        return status === 'SOLVING' && progress.value !== null;
      })
      .toBe(true);
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await solvingEnds(page);
    // Solving anew keeps what is pinned: it is the next revision of the same schedule.
    await expect.poll(async () => (await fetchSchedule(before)).revision).toBe(revision + 1);
    expect((await hashOf(page)).get('s')).toBe(before);
  });

  it('says that the connection is lost, and recovers by itself', async () => {
    const { problem } = await smallestProblem();
    const page = await open({ hash: linkTo(solved) });
    await passes(page).first().waitFor();
    let down = true;
    await page.route('**/events', (route) => (down ? route.abort('connectionrefused') : route.continue()));
    const limited = {
      ...problem,
      name: 'Cut off by the test',
      solver: { ...problem.solver, timeLimit: 'PT5S' },
    };
    await dropFile(page, 'cut.json', JSON.stringify(limited));
    await page.getByText('Connection lost, retrying').waitFor();
    await screenshot(page, 'connection-lost');
    down = false;
    await solvingEnds(page);
    await page.getByText('Connection lost, retrying').waitFor({ state: 'detached' });
    expect(await passes(page).count()).toBeGreaterThan(0);
  });

  it('shows the faults of a broken problem at their fields', async () => {
    const { problem } = await smallestProblem();
    const broken = structuredClone(problem);
    broken.requests[0].minDuration = 'PT9H';
    broken.requests[0].preferredDuration = 'PT4H';
    delete broken.horizon;
    const page = await open({ hash: linkTo(solved) });
    await passes(page).first().waitFor();
    await dropFile(page, 'broken.json', JSON.stringify(broken));
    const dialog = page.getByRole('dialog', { name: 'This problem cannot be used' });
    await dialog.waitFor();
    await dialog
      .getByText(/^\/horizon/)
      .first()
      .or(dialog.getByText(/horizon/).first())
      .first()
      .waitFor();
    await dialog.getByText('/requests/0/minDuration').waitFor();
    await dialog.getByText(`of ${broken.requests[0].id}`).first().waitFor();
    await dialog.getByText('PT9H', { exact: true }).waitFor();
    await screenshot(page, 'faults');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.title()).toContain(solved.problem.name);
  });

  it('says what is wrong with a file that is no JSON', async () => {
    const page = await open({ hash: linkTo(solved) });
    await passes(page).first().waitFor();
    await dropFile(page, 'notes.json', '{"name": "cut off');
    const dialog = page.getByRole('dialog', { name: 'This problem cannot be used' });
    await dialog.waitFor();
    expect((await dialog.textContent()).length).toBeGreaterThan(60);
  });
});
