import { beforeEach, describe, expect, it } from 'vitest';
import { screenshot } from './browser.mjs';
import { useBrowser } from './fixture.mjs';
import { editBehind, fetchSchedule, solve } from './plan.mjs';
import { get, smallestProblem } from './server.mjs';

const browser = useBrowser();
let id;

/** A schedule of the test's own, with the first pass moved and the second taken out. */
async function editedSchedule() {
  const { problem } = await smallestProblem();
  const schedule = await solve({
    ...problem,
    name: 'Compared by the test',
    solver: { stepLimit: 200, seed: 1 },
  });
  const [first, second] = (await fetchSchedule(schedule)).schedule.tracks;
  const later = (time) => new Date(Date.parse(time) + 60_000).toISOString();
  await editBehind(schedule, [
    { type: 'CHANGE', pass: first.id, bot: later(first.bot) },
    ...(second ? [{ type: 'REMOVE', pass: second.id }] : []),
  ]);
  return schedule;
}

beforeEach(async () => {
  id = await editedSchedule();
});

async function open(options = {}) {
  const { page } = await browser.open({ hash: `#s=${id}`, ...options });
  await page.getByRole('tab', { name: /^Revisions/ }).click();
  await page.getByRole('table', { name: 'Revisions' }).getByRole('row').nth(2).waitFor();
  return page;
}

const row = (page, revision) =>
  page.getByRole('table', { name: 'Revisions' }).getByRole('row', { name: new RegExp(`^r${revision}\\b`) });

describe('revisions', () => {
  it('are listed, named, and the name stays', async () => {
    const page = await open();
    await row(page, 1).getByRole('button', { name: 'Name of revision 1' }).click();
    await page.getByRole('textbox', { name: 'Name of revision 1' }).fill('as solved');
    await page.keyboard.press('Enter');
    await row(page, 1).getByRole('button', { name: 'Name of revision 1: as solved' }).waitFor();
    expect((await get(`/schedules/${id}/revisions`))[0].name).toBe('as solved');
  });

  for (const theme of ['light', 'dark']) {
    it(`are compared on the timeline and as a table, ${theme}`, async () => {
      const page = await open({ theme, width: 1280, height: 800 });
      await row(page, 1).getByRole('button', { name: 'Compare revision 1 with the present one' }).click();
      const table = page.getByRole('table', { name: 'Compare r1 → r2' });
      await table.waitFor();
      const diff = await get(`/schedules/${id}/diff?against=1&to=2`);
      expect(await table.getByRole('row').count()).toBe(
        1 + diff.added.length + diff.removed.length + diff.changed.length,
      );
      await table.getByRole('row', { name: /moved/ }).waitFor();
      const plain = await page.getByRole('region', { name: 'Timeline' }).screenshot();
      await page.waitForTimeout(300);
      await screenshot(page, `compare-1280-${theme}`);
      await page.getByRole('button', { name: 'End comparison' }).click();
      await table.waitFor({ state: 'detached' });
      await page.waitForTimeout(200);
      const after = await page.getByRole('region', { name: 'Timeline' }).screenshot();
      expect(after.equals(plain)).toBe(false);
    });
  }

  it('are restored, which can be undone, and published', async () => {
    const page = await open();
    await page.getByRole('button', { name: /^draft r2/ }).waitFor();
    await row(page, 1)
      .getByRole('button', { name: /^Make revision 1 the present one/ })
      .click();
    await page.getByRole('button', { name: /^draft r3/ }).waitFor();
    const { changed, added, removed } = await get(`/schedules/${id}/diff?against=1&to=3`);
    expect([changed, added, removed]).toEqual([[], [], []]);
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await page.getByRole('button', { name: /^draft r4/ }).waitFor();
    expect(await get(`/schedules/${id}/diff?against=2&to=4`)).toMatchObject({
      changed: [],
      added: [],
      removed: [],
    });
    await row(page, 4)
      .getByRole('button', { name: /^Publish revision 4/ })
      .click();
    await page.getByRole('button', { name: /^published r4/ }).waitFor();
    expect((await get(`/schedules/${id}/status`)).publishedRevision).toBe(4);
    await screenshot(page, 'revisions');
  });
});
