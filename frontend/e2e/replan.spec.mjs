import { describe, expect, it } from 'vitest';
import { screenshot } from './browser.mjs';
import { useBrowser } from './fixture.mjs';
import { fetchSchedule, places, smallSchedule } from './plan.mjs';

const browser = useBrowser();

const timeline = (page) => page.getByRole('group', { name: 'Passes in view' });
const panel = (page) => page.getByRole('tabpanel', { name: 'Replan' });

async function open() {
  const id = await smallSchedule();
  const { page } = await browser.open({ hash: `#s=${id}` });
  await timeline(page)
    .getByRole('button', { name: /^LRO-TM,/ })
    .waitFor();
  await page.getByRole('tab', { name: 'Replan' }).click();
  return { id, page };
}

describe('replanning', () => {
  it('announces an outage by a drag over an antenna, shows the answers as differences, and takes one', async () => {
    const { id, page } = await open();
    const before = await places(id);
    const box = await timeline(page)
      .getByRole('button', { name: /^LRO-TM,/ })
      .boundingBox();
    const hour = box.width / 2.5;
    await panel(page).getByRole('button', { name: 'Mark an outage…' }).click();
    await page.getByText('Drag over an antenna’s row to announce an outage · Esc leaves').waitFor();
    await page.mouse.move(box.x - 0.5 * hour, box.y - 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 4 * hour, box.y - 8, { steps: 8 });
    await page.mouse.up();
    const item = panel(page).getByRole('listitem').first();
    await item.getByText('Antenna out of service').waitFor();
    expect(await item.getByLabel('Antenna').inputValue()).toBe('KDSA');
    expect(await item.getByLabel('From').inputValue()).toMatch(/^2026-12-07 06:\d\d$/);
    await item.getByLabel('Reason').fill('drive failure');
    await panel(page).getByRole('button', { name: 'Propose answers' }).click();
    const accept = panel(page).getByRole('button', { name: 'Accept alternative 1' });
    await accept.waitFor({ timeout: 40_000 });
    const preview = page.getByRole('group', { name: 'What Alternative 1 would change' });
    await preview
      .getByText(/[1-9]\d* (moved|gone|added)/)
      .first()
      .waitFor();
    await panel(page).getByRole('button', { name: 'LRO-TM#1' }).first().waitFor();
    await screenshot(page, 'replan');
    expect(await places(id)).toEqual(before);
    await accept.click();
    await preview.waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await fetchSchedule(id)).problem.antennas[0].unavailable?.[0]?.reason)
      .toBe('drive failure');
    const after = await places(id);
    expect(after['LRO-TM']).not.toBe(before['LRO-TM']);
    expect((await fetchSchedule(id)).schedule.violations).toEqual([]);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await places(id))['LRO-TM']).toBe(before['LRO-TM']);
  });

  it('announces no outage when Esc is pressed during the drag', async () => {
    const { page } = await open();
    const box = await timeline(page)
      .getByRole('button', { name: /^LRO-TM,/ })
      .boundingBox();
    await panel(page).getByRole('button', { name: 'Mark an outage…' }).click();
    const hint = page.getByText('Drag over an antenna’s row to announce an outage · Esc leaves');
    await hint.waitFor();
    await page.mouse.move(box.x, box.y - 8);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width, box.y - 8, { steps: 6 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await hint.waitFor({ state: 'detached' });
    expect(await panel(page).getByRole('listitem').count()).toBe(0);
  });

  it('slips a mission by a field, and drops the answers', async () => {
    const { id, page } = await open();
    const before = await places(id);
    await panel(page).getByRole('button', { name: 'Slip a mission' }).click();
    await panel(page).getByLabel('Spacecraft').selectOption({ label: 'Danuri' });
    await panel(page).getByLabel('By hours').fill('3');
    await panel(page).getByRole('button', { name: 'Propose answers' }).click();
    const drop = panel(page).getByRole('button', { name: 'Drop all' });
    await drop.waitFor({ timeout: 40_000 });
    await drop.click();
    await drop.waitFor({ state: 'detached' });
    expect(await places(id)).toEqual(before);
    expect((await fetchSchedule(id)).revision).toBe(2);
  });

  it('withdraws a request, and undo brings it back', async () => {
    const { id, page } = await open();
    const request = page.getByRole('complementary', { name: 'Requests' });
    await request.getByRole('button', { name: /^IM3-TM/ }).click();
    await page
      .getByRole('complementary', { name: 'Details' })
      .getByRole('button', { name: 'Withdraw' })
      .click();
    await panel(page).getByRole('listitem').filter({ hasText: 'IM3-TM' }).waitFor();
    await panel(page).getByRole('button', { name: 'Propose answers' }).click();
    await panel(page).getByRole('button', { name: 'Accept alternative 1' }).click({ timeout: 40_000 });
    await expect
      .poll(async () => (await fetchSchedule(id)).problem.requests.map((each) => each.id))
      .not.toContain('IM3-TM');
    await request.getByRole('button', { name: /^IM3-TM/ }).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await request.getByRole('button', { name: /^IM3-TM/ }).waitFor();
  });

  it('takes in an urgent request, and says what is wrong with one', async () => {
    const { id, page } = await open();
    await panel(page).getByRole('button', { name: 'Urgent request' }).click();
    const item = panel(page).getByRole('listitem').first();
    await item.getByLabel('Id').fill('KPLO-TM');
    await item.getByLabel('Id').blur();
    await panel(page).getByRole('button', { name: 'Propose answers' }).click();
    await panel(page)
      .getByRole('alert')
      .getByText(/KPLO-TM/)
      .first()
      .waitFor();
    await item.getByLabel('Id').fill('LRO-SAFE-MODE');
    await item.getByLabel('Spacecraft').selectOption({ label: 'LRO' });
    await panel(page).getByRole('button', { name: 'Propose answers' }).click();
    await panel(page).getByRole('button', { name: 'Accept alternative 1' }).click({ timeout: 40_000 });
    await expect.poll(async () => (await places(id))['LRO-SAFE-MODE']).toMatch(/^(KDSA|DSS-26) /);
  });
});
