import { describe, expect, it } from 'vitest';
import { screenshot, SERVER } from './browser.mjs';
import { useBrowser } from './fixture.mjs';
import { at, editBehind, fetchSchedule, places, PROBLEM, smallSchedule } from './plan.mjs';
import { openProxy } from './proxy.mjs';

const browser = useBrowser();

const solve = (page) => page.getByRole('button', { name: /^Solve ·/ });
const overview = (page) => page.getByRole('slider');
const timeline = (page) => page.getByRole('group', { name: 'Passes in view' });

async function withLimit(page, limit) {
  await page.getByRole('button', { name: 'Choose the time limit' }).click();
  await page.getByRole('button', { name: limit, exact: true }).click();
}

describe('solving again', () => {
  it('keeps what is pinned, leaves the view where it is, and can be undone', async () => {
    const id = await smallSchedule();
    await editBehind(id, [
      { type: 'CHANGE', pass: 'KPLO-TM#1', bot: at('04:10'), eot: at('05:20'), pinned: true },
    ]);
    const before = await places(id);
    const { page } = await browser.open({ hash: `#s=${id}` });
    await timeline(page)
      .getByRole('button', { name: /^KPLO-TM,/ })
      .click();
    await page.keyboard.press('+');
    const view = await overview(page).getAttribute('aria-valuetext');
    await withLimit(page, '10 s');
    await solve(page).click();
    await expect.poll(async () => (await fetchSchedule(id)).revision, { timeout: 40_000 }).toBe(4);
    await page.getByRole('status').filter({ hasText: 'Solved' }).waitFor();
    await solve(page).waitFor();
    expect(await overview(page).getAttribute('aria-valuetext')).toBe(view);
    const after = await places(id);
    expect(after['KPLO-TM']).toBe('KDSA 04:10-05:20*');
    expect(after['IM3-TM']).toMatch(/^KDSA /);
    await page.keyboard.press('Control+z');
    await expect.poll(() => places(id)).toEqual(before);
  });

  it('is stopped and keeps the best; the server is lost meanwhile and comes back', async () => {
    // Without a step limit it solves until it is stopped.
    const id = await smallSchedule({ ...PROBLEM, solver: { timeLimit: 'PT5S' } });
    const proxy = await openProxy(SERVER);
    const { page } = await browser.open({ server: proxy.url, hash: `#s=${id}` });
    await timeline(page).getByRole('button').first().waitFor();
    await withLimit(page, '1 min');
    await solve(page).click();
    await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
    await page.getByText('solving', { exact: true }).waitFor();
    await proxy.shut();
    await page.getByText('Connection lost, retrying').waitFor({ timeout: 20_000 });
    await screenshot(page, 'solve-lost');
    await proxy.reopen();
    await page.getByText('Connection lost, retrying').waitFor({ state: 'detached', timeout: 30_000 });
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await solve(page).waitFor({ timeout: 40_000 });
    const { status, schedule } = await fetchSchedule(id);
    expect(status).toBe('STOPPED');
    expect(schedule.tracks).toHaveLength(3);
    await expect.poll(() => timeline(page).getByRole('button').count()).toBe(3);
    await proxy.shut();
  });
});
