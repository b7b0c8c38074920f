import { join } from 'node:path';
import process from 'node:process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launch, openPage, SERVER } from './browser.mjs';
import { get } from './server.mjs';

/**
 * The pictures of the documents, made anew when YEOJU_DOCS_SCREENSHOTS=1: not at every run, since a browser of another
 * version draws them a little differently.
 */
const WANTED = process.env.YEOJU_DOCS_SCREENSHOTS === '1';
const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'page');
const JSON_TYPE = { 'Content-Type': 'application/json' };

let browser;
let opened;
let id;

async function solved(schedule) {
  for (;;) {
    const { status } = await get(`/schedules/${schedule}/status`);
    if (status === 'SOLVED') {
      return;
    }
    expect(['QUEUED', 'VISIBILITY', 'SOLVING']).toContain(status);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

async function send(path, body) {
  const etag = await fetch(`${SERVER}/api/v1/schedules/${id}`).then((answer) => answer.headers.get('etag'));
  const answer = await fetch(`${SERVER}/api/v1/schedules/${id}${path}`, {
    method: 'POST',
    headers: { ...JSON_TYPE, 'If-Match': etag },
    body: JSON.stringify(body),
  });
  expect(answer.ok, await answer.clone().text()).toBe(true);
}

/** The week of the Korean antenna, solved by steps so that the pictures stay the same, a first try kept beside it. */
async function week() {
  const problem = await get('/problems/kdsa-lunar-week');
  const body = JSON.stringify({ ...problem, name: 'KDSA lunar week', solver: { stepLimit: 60, seed: 1 } });
  const posted = await fetch(`${SERVER}/api/v1/schedules`, { method: 'POST', headers: JSON_TYPE, body });
  id = (await posted.json()).id;
  await solved(id);
  await send('/revisions', { name: 'first try', revision: 1 });
  await send('/publish', { revision: 1 });
  await send('/solve', { stepLimit: 20_000, seed: 1 });
  await solved(id);
}

async function open(options = {}) {
  opened = await openPage(browser, { hash: `#s=${id}`, width: 1280, height: 800, ...options });
  const { page } = opened;
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
  beforeAll(async () => {
    browser = await launch();
    await week();
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
  });

  afterEach(async () => {
    await opened?.context.close();
  });

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
