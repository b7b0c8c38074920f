import { beforeAll, describe, expect, it } from 'vitest';
import { screenshot } from './browser.mjs';
import { useBrowser } from './fixture.mjs';
import { solvedSchedule } from './server.mjs';

const browser = useBrowser();
let solved;

beforeAll(async () => {
  solved = await solvedSchedule();
});

describe('editing and replanning look right', () => {
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ]) {
    for (const theme of ['light', 'dark']) {
      it(`at ${width} pixels in the ${theme} theme`, async () => {
        const { page } = await browser.open({
          width,
          height,
          theme,
          hash: `#s=${encodeURIComponent(solved.id)}`,
        });
        const left = page.getByRole('complementary', { name: 'Requests' });
        const details = page.getByRole('complementary', { name: 'Details' });
        await left.locator('.request').first().click();
        await details.getByText('View period by view period').waitFor({ timeout: 30_000 });
        await details.getByText('Other places, best first').scrollIntoViewIfNeeded();
        await page.waitForTimeout(1500);
        await screenshot(page, `why-${width}-${theme}`);
        await page.keyboard.press('m');
        const bar = page.getByRole('group', { name: /^Adjusting / });
        await bar.getByText(/value [+−±]/).waitFor();
        const rows = await page.getByRole('group', { name: /^Rows of the timeline/ }).boundingBox();
        expect((await bar.boundingBox()).y).toBeGreaterThanOrEqual(rows.y + rows.height);
        await screenshot(page, `adjust-${width}-${theme}`);
        await page.keyboard.press('Escape');
        await page.getByRole('tab', { name: 'Replan' }).click();
        const panel = page.getByRole('tabpanel', { name: 'Replan' });
        await panel.getByRole('button', { name: 'Add outage' }).click();
        await panel.getByRole('button', { name: 'Slip a mission' }).click();
        await panel.getByRole('button', { name: 'Urgent request' }).click();
        await screenshot(page, `replan-${width}-${theme}`);
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(sideways).toBe(0);
      });
    }
  }
});
