import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { dropFile, dropFiles, screenshot } from './browser.mjs';
import { useBrowser } from './fixture.mjs';
import { editBehind, smallSchedule } from './plan.mjs';
import { get, smallestProblem, solvedSchedule } from './server.mjs';

const browser = useBrowser();
let solved;

beforeAll(async () => {
  solved = await solvedSchedule();
});

async function open(options = {}) {
  const { page } = await browser.open({ hash: `#s=${encodeURIComponent(solved.id)}`, ...options });
  await page.getByRole('group', { name: 'Passes in view' }).getByRole('button').first().waitFor();
  return page;
}

/** The file that an entry of the export menu saves. */
async function exported(page, entry) {
  await page.getByRole('button', { name: 'Export as a file' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: entry }).click(),
  ]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

describe('exports', () => {
  it('are the server’s files, in every format', async () => {
    const page = await open();
    const [track] = solved.schedule.tracks;
    const json = await exported(page, /^JSON/);
    expect(json.name).toMatch(/-r\d+\.json$/);
    expect(JSON.parse(json.content).tracks).toEqual(solved.schedule.tracks);
    for (const [entry, ending, sign] of [
      [/^CCSDS XML/, /\.xml$/, '<'],
      [/^iCalendar/, /\.ics$/, 'BEGIN:VCALENDAR'],
      [/^CSV/, /\.csv$/, track.request],
      [/^SatNet/, /\.json$/, '['],
    ]) {
      const { name, content } = await exported(page, entry);
      expect(name).toMatch(ending);
      expect(String(content)).toContain(sign);
    }
  });

  it('are the timeline as a picture', async () => {
    const page = await open();
    const { name, content } = await exported(page, /^PNG/);
    expect(name).toMatch(/\.png$/);
    expect(content.subarray(1, 4).toString()).toBe('PNG');
    expect(content.readUInt32BE(16)).toBeGreaterThan(3000);
    expect(content.length).toBeGreaterThan(20_000);
  });

  it('say why the server does not give a file', async () => {
    const page = await open();
    const detail = 'The format (satnet) has no place for arrays. Maybe export it as CCSDS XML.';
    await page.route('**/export?format=satnet', (route) =>
      route.fulfill({
        status: 422,
        contentType: 'application/problem+json',
        body: JSON.stringify({ title: 'Unprocessable Content', status: 422, detail }),
      }),
    );
    await page.getByRole('button', { name: 'Export as a file' }).click();
    await screenshot(page, 'export-menu');
    await page.getByRole('button', { name: /^SatNet/ }).click();
    await page.getByRole('alert').filter({ hasText: detail }).waitFor();
  });
});

/** The dialog about a problem that a dropped file became, and the problem as the server has it. */
async function importedProblem(page, file, name) {
  const dialog = page.getByRole('dialog', { name: 'Problem imported' });
  await dialog.getByText(file).waitFor();
  await dialog.getByText(`${name} is among the problems now.`).waitFor();
  const { id } = (await get('/problems')).findLast((problem) => problem.name === name);
  return { dialog, problem: await get(`/problems/${encodeURIComponent(id)}`) };
}

describe('other formats', () => {
  const satnet = (name) =>
    readFile(join(import.meta.dirname, '..', '..', 'src', 'test', 'resources', 'satnet', name), 'utf8');

  it('are taken in: a week of SatNet with its maintenance becomes a problem, which is solved at a press', async () => {
    const page = await open();
    await dropFiles(page, [
      { name: 'maintenance.csv', text: await satnet('maintenance.csv'), type: 'text/csv' },
      { name: 'problem.json', text: await satnet('problem.json'), type: 'application/json' },
    ]);
    const dialog = page.getByRole('dialog', { name: 'Problem imported' });
    await dialog.getByText('Made of problem.json (satnet).').waitFor();
    await screenshot(page, 'import-satnet');
    const name = (await dialog.getByText('is among the problems now.').textContent()).replace(
      / is among.*/,
      '',
    );
    const { problem } = await importedProblem(page, 'problem.json', name);
    expect(problem.requests.length).toBe(JSON.parse(await satnet('problem.json')).length);
    expect(problem.antennas.some(({ unavailable }) => unavailable?.length > 0)).toBe(true);
    await dialog.getByRole('button', { name: 'Solve it' }).click();
    await expect.poll(() => page.title()).toBe(`${name} · Yeoju`);
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('button', { name: /^Solve ·/ }).waitFor({ timeout: 50_000 });
  });

  it('are taken in: a CCSDS Simple Schedule becomes the open problem with its committed tracks pinned', async () => {
    const id = await smallSchedule();
    await editBehind(id, [{ type: 'CHANGE', pass: 'LRO-TM#1', pinned: true }]);
    const page = await open({ hash: `#s=${id}` });
    const { name, content } = await exported(page, /^CCSDS XML/);
    await dropFile(page, name, String(content), 'application/xml');
    const title = 'Two antennas, three spacecraft';
    const { problem } = await importedProblem(page, `Made of ${name} (ccsds).`, title);
    expect(problem.pins.map(({ request }) => request)).toEqual(['LRO-TM']);
    expect(problem.published.map(({ request }) => request).toSorted()).toEqual(['KPLO-TM', 'LRO-TM']);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('that are none are refused with a reason', async () => {
    const page = await open();
    await dropFile(page, 'schedule.xml', '<simpleSchedule/>', 'application/xml');
    const dialog = page.getByRole('dialog', { name: 'This problem cannot be used' });
    await dialog.getByText('schedule.xml').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).first().click();
    await dropFiles(page, [
      { name: 'a.json', text: '{}', type: 'application/json' },
      { name: 'b.json', text: '{}', type: 'application/json' },
    ]);
    await page.getByRole('alert').filter({ hasText: 'These files do not go together.' }).waitFor();
  });
});

describe('the round trip', () => {
  it('of a problem: what is exported is solved again when it is dropped', async () => {
    const { problem } = await smallestProblem();
    const page = await open();
    await dropFile(
      page,
      'first.json',
      JSON.stringify({ ...problem, name: 'Round trip', solver: { stepLimit: 100, seed: 1 } }),
    );
    await page.getByRole('button', { name: /^Solve ·/ }).waitFor();
    await expect.poll(() => page.title()).toBe('Round trip · Yeoju');
    const file = await exported(page, /^Problem JSON/);
    expect(file.name).toBe('round-trip.json');
    await dropFile(page, file.name, String(file.content));
    // The server has it a moment before the page and its link.
    const trips = async () =>
      (await get('/schedules')).items.filter(
        ({ name, status }) => name === 'Round trip' && status === 'SOLVED',
      );
    await expect.poll(async () => (await trips()).length).toBe(2);
    const [again, before] = await trips();
    expect(again.value).toBe(before.value);
    const tracks = async ({ id }) => (await get(`/schedules/${id}`)).schedule.tracks;
    expect(await tracks(again)).toEqual(await tracks(before));
  });

  it('of an ephemeris: an exported OEM is kept when it is dropped, and a spacecraft solved on it', async () => {
    const page = await open();
    const craft = solved.problem.spacecraft.find(({ trajectory }) => trajectory);
    const file = await exported(page, `OEM of ${craft.name ?? craft.id}`);
    expect(file.name).toMatch(/\.oem$/);
    await dropFile(page, file.name, String(file.content), 'text/plain');
    const dialog = page.getByRole('dialog', { name: 'Ephemeris' });
    await dialog.getByText(`The server keeps ${file.name}.`).waitFor();
    const snippet = JSON.parse(await dialog.locator('code').textContent());
    const { coverage } = await get(`/ephemerides/${snippet.ephemeris}`);
    expect(Date.parse(coverage[0].start)).toBeLessThanOrEqual(Date.parse(solved.problem.horizon.start));
    await screenshot(page, 'ephemeris');
    await dialog.getByRole('combobox', { name: 'Use it here for' }).selectOption(craft.id);
    await dialog.getByRole('button', { name: 'Solve anew with it' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('button', { name: /^Solve ·/ }).waitFor({ timeout: 50_000 });
    // The link follows the page a moment later.
    const linked = () => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('s');
    await expect.poll(linked).not.toBe(solved.id);
    const { problem } = await get(`/schedules/${linked()}`);
    expect(problem.spacecraft.find((each) => each.id === craft.id).trajectory).toMatchObject(snippet);
  });

  it('says what is wrong with an ephemeris that is cut off', async () => {
    const page = await open();
    await dropFile(page, 'cut.oem', 'CCSDS_OEM_VERS = 2.0\nCREATION_DATE = 2026-01-0', 'text/plain');
    const dialog = page.getByRole('dialog', { name: 'This problem cannot be used' });
    await dialog.waitFor();
    expect((await dialog.textContent()).length).toBeGreaterThan(80);
  });
});
