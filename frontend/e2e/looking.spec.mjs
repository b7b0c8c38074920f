import { beforeAll, describe, expect, it } from 'vitest';
import { screenshot } from './browser.mjs';
import { useBrowser } from './fixture.mjs';
import { solvedSchedule } from './server.mjs';

const browser = useBrowser();
let solved;

beforeAll(async () => {
  solved = await solvedSchedule();
});

async function open(options = {}) {
  const { page } = await browser.open({ hash: `#s=${encodeURIComponent(solved.id)}`, ...options });
  await page.locator('[data-pass-id]').first().waitFor();
  return page;
}

const details = (page) => page.getByRole('complementary', { name: 'Details' });
const hints = (page) => page.getByRole('region', { name: 'Hints for the first visit' });

describe('a pass', () => {
  for (const theme of ['light', 'dark']) {
    it(`shows sky, Sun, Moon, elevation, SEP and range, and reads them off at a time (${theme})`, async () => {
      const page = await open({ width: 1920, height: 1080, theme });
      await page.locator('[data-pass-id]').first().click();
      const sky = details(page).getByRole('img', { name: /^Path of/ });
      await sky
        .getByText('Moon', { exact: true })
        .or(sky.getByText('Sun', { exact: true }))
        .first()
        .waitFor();
      const sep = details(page).getByRole('img', { name: /^Sun–Earth–probe angle .* at least \d/ });
      const range = details(page).getByRole('img', { name: /^Range through the view period/ });
      await range.waitFor();
      const before = await range.textContent();
      const box = await sep.boundingBox();
      await sep.hover({ position: { x: box.width / 3, y: box.height / 2 } });
      await expect.poll(() => range.textContent()).not.toBe(before);
      expect(await range.textContent()).toMatch(/km/);
      await screenshot(page, `look-1920-${theme}`);
    });
  }

  it('is found by the keyboard alone', async () => {
    const page = await open();
    const track = solved.schedule.tracks.at(-1);
    await page.keyboard.press('t');
    await page.keyboard.type(track.request);
    const table = page.getByRole('grid', { name: 'Passes of the schedule' });
    await expect
      .poll(async () => (await table.getByRole('row').count()) - 1)
      .toBeLessThan(solved.schedule.tracks.length);
    await page.keyboard.press('ArrowDown');
    await details(page).getByRole('heading', { level: 2, name: track.request }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TR');
  });
});

describe('help', () => {
  it('lists keys, signs and terms at a press of the question mark', async () => {
    const page = await open({ width: 1280, height: 800 });
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keys, signs and terms' });
    await dialog.getByText('Beginning of track').waitFor();
    await screenshot(page, 'help');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});

describe('the first visit', () => {
  it('explains itself in three steps, once', async () => {
    const page = await open({ firstVisit: true, width: 1280, height: 800 });
    await hints(page).getByText('1 of 3').waitFor();
    await screenshot(page, 'first-visit');
    await hints(page).getByRole('button', { name: 'Next' }).click();
    await hints(page).getByRole('button', { name: 'Next' }).click();
    await screenshot(page, 'first-visit-3');
    await hints(page).getByRole('button', { name: 'Start' }).click();
    await hints(page).waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('[data-pass-id]').first().waitFor();
    expect(await hints(page).count()).toBe(0);
  });

  it('lets the hints be skipped', async () => {
    const page = await open({ firstVisit: true });
    await hints(page).getByRole('button', { name: 'Skip' }).click();
    await hints(page).waitFor({ state: 'detached' });
  });
});
