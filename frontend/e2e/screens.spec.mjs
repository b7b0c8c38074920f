import { join } from 'node:path';
import process from 'node:process';
import { beforeAll, describe, it } from 'vitest';
import { useBrowser } from './fixture.mjs';
import { post, solve, solved } from './plan.mjs';
import { get } from './server.mjs';

/**
 * The pictures of the documents, made anew when YEOJU_DOCS_SCREENSHOTS=1: not at every run, since a browser of another
 * version draws them a little differently.
 */
const WANTED = process.env.YEOJU_DOCS_SCREENSHOTS === '1';
const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'page');

let browser;
let id;

/** The week of the Korean antenna, solved by steps so that the pictures stay the same, a first try kept beside it. */
async function week() {
  const problem = await get('/problems/kdsa-lunar-week');
  id = await solve({ ...problem, name: 'KDSA lunar week', solver: { stepLimit: 60, seed: 1 } });
  await post(id, '/revisions', { name: 'first try', revision: 1 });
  await post(id, '/publish', { revision: 1 });
  await post(id, '/solve', { stepLimit: 20_000, seed: 1 });
  await solved(id, 200_000);
}

async function open(options = {}) {
  const { page } = await browser.open({ hash: `#s=${id}`, width: 1280, height: 800, ...options });
  await page.locator('[data-pass-id]').first().waitFor();
  return page;
}

async function save(page, name) {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}

const criticalPass = (page) => page.locator('[data-pass-id^="ORION-PERILUNE"]').first().click();

describe.runIf(WANTED)('pictures of', () => {
  browser = useBrowser();
  beforeAll(week, 240_000);

  for (const theme of ['light', 'dark']) {
    it(`the schedule, ${theme}`, async () => {
      const page = await open({ theme, width: 1440, height: 860 });
      await criticalPass(page);
      await page.getByRole('img', { name: /^Sun–Earth–probe angle/ }).waitFor();
      await save(page, `schedule-${theme}`);
    });
  }

  it('the schedule in Korean', async () => {
    const page = await open({ locale: 'ko-KR' });
    await save(page, 'korean');
  });

  it('a comparison', async () => {
    const page = await open();
    await page.getByRole('tab', { name: /^Revisions/ }).click();
    await page.getByRole('button', { name: 'Compare revision 1 with the present one' }).click();
    await page.getByRole('table', { name: /^Compare/ }).waitFor();
    await save(page, 'compare');
  });

  it('the revisions', async () => {
    const page = await open();
    await page.getByRole('tab', { name: /^Revisions/ }).click();
    await page.getByRole('row', { name: /^r1/ }).waitFor();
    await save(page, 'revisions');
  });

  it('a row a spacecraft', async () => {
    const page = await open({ height: 1000 });
    await page.getByRole('button', { name: 'Spacecraft', exact: true }).click();
    await save(page, 'spacecraft');
  });

  it('why a request is not scheduled, and where it could go', async () => {
    const page = await open({ width: 1440, height: 1400 });
    await page.getByRole('complementary', { name: 'Requests' }).locator('.request').first().click();
    const details = page.getByRole('complementary', { name: 'Details' });
    await details.getByText('View period by view period').waitFor({ timeout: 60_000 });
    await details.getByText('Other places, best first').waitFor({ timeout: 60_000 });
    await save(page, 'why');
  });

  it('a pass that is moved', async () => {
    const page = await open();
    await criticalPass(page);
    await page.keyboard.press('m');
    await page.keyboard.press('Shift+ArrowRight');
    for (let k = 0; k < 5; k++) {
      await page.keyboard.press('ArrowRight');
    }
    await page
      .getByRole('group', { name: /^Adjusting / })
      .getByText(/value [+−±]/)
      .waitFor();
    await save(page, 'adjust');
  });

  it('answers to an outage', async () => {
    const page = await open({ width: 1440, height: 860 });
    await page.getByRole('tab', { name: 'Replan' }).click();
    const panel = page.getByRole('tabpanel', { name: 'Replan' });
    await panel.getByRole('button', { name: 'Slip a mission' }).click();
    await panel.getByLabel('Spacecraft').selectOption({ label: 'Orion in the 9:2 NRHO' });
    await panel.getByLabel('By hours').fill('6');
    await panel.getByRole('button', { name: 'Propose answers' }).click();
    await panel.getByRole('button', { name: 'Accept alternative 1' }).waitFor({ timeout: 60_000 });
    await panel.getByRole('button', { name: 'Propose answers' }).waitFor({ timeout: 60_000 });
    await save(page, 'replan');
  });

  it('the load by mission', async () => {
    const page = await open();
    await page.getByRole('tab', { name: /^Load/ }).click();
    await save(page, 'load');
  });

  it('the export menu', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Export as a file' }).click();
    await save(page, 'export');
  });

  it('the help', async () => {
    const page = await open();
    await page.keyboard.press('?');
    await save(page, 'help');
  });

  it('the first visit', async () => {
    const page = await open({ firstVisit: true });
    await save(page, 'first-visit');
  });

  it('a tablet', async () => {
    const page = await open({ width: 820, height: 1180 });
    await save(page, 'tablet');
  });
});
