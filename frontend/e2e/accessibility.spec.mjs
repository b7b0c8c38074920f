import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { screenshot, SERVER } from './browser.mjs';
import { useBrowser } from './fixture.mjs';
import { solvedSchedule } from './server.mjs';

const browser = useBrowser();
let solved;
let axe;

beforeAll(async () => {
  solved = await solvedSchedule();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});

async function open(options = {}) {
  const { page } = await browser.open({ hash: `#s=${encodeURIComponent(solved.id)}`, ...options });
  await page.locator('[data-pass-id]').first().waitFor();
  return page;
}

/** What axe finds, one line a rule and place, so that a failure says what to mend. */
async function faults(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes
      // A pass is as wide as it is long: its row in the table is the equivalent (WCAG 2.2, 2.5.8).
      .filter(({ html }) => !(id === 'target-size' && html.includes('data-pass-id')))
      .slice(0, 4)
      .map(({ target, failureSummary }) => {
        const why = failureSummary.split('\n').slice(1, 2).join('').trim();
        return `${impact} ${id}: ${target.join(' ')} — ${why}`;
      }),
  );
}

const tab = (page, name) => page.getByRole('tab', { name });

/** Every view of the page, by what leads to it. */
const VIEWS = {
  'the schedule': async () => {},
  'a pass': async (page) => {
    await page.locator('[data-pass-id]').first().click();
    await page.getByRole('img', { name: /^Sun–Earth–probe angle/ }).waitFor();
  },
  'an unscheduled request': async (page) => {
    await page.getByRole('tabpanel', { name: 'Unscheduled' }).getByRole('button').first().click();
  },
  'spacecraft in rows': async (page) => {
    await page.getByRole('button', { name: 'Spacecraft', exact: true }).click();
  },
  'the load': async (page) => {
    await tab(page, 'Load by mission').click();
  },
  'the violations': async (page) => {
    await tab(page, /^Violations/).click();
  },
  'the revisions': async (page) => {
    await tab(page, /^Revisions/).click();
    await page.getByRole('row', { name: /^r1/ }).waitFor();
  },
  'the help': async (page) => {
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
  },
  'the export menu': async (page) => {
    await page.getByRole('button', { name: 'Export as a file' }).click();
  },
  'the menu of problems': async (page) => {
    await page.getByRole('button', { name: 'Problem and schedule' }).click();
  },
};

describe.each(['light', 'dark'])('axe finds nothing in the %s theme', (theme) => {
  it.each(Object.keys(VIEWS))('in %s', async (name) => {
    const page = await open({ theme, width: 1280, height: 800 });
    await VIEWS[name](page);
    expect(await faults(page)).toEqual([]);
  });

  it('in the hints of the first visit', async () => {
    const page = await open({ theme, firstVisit: true });
    await page.getByRole('region', { name: 'Hints for the first visit' }).waitFor();
    expect(await faults(page)).toEqual([]);
  });
});

describe('axe finds nothing', () => {
  it('in Korean', async () => {
    const page = await open({ locale: 'ko-KR' });
    await page.locator('[data-pass-id]').first().click();
    expect(await faults(page)).toEqual([]);
  });

  for (const [width, height] of [
    [1024, 768],
    [820, 1180],
  ]) {
    it(`on a tablet of ${width} by ${height}, where nothing is cut off`, async () => {
      const page = await open({ width, height });
      expect(await faults(page)).toEqual([]);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways).toBe(0);
      for (const control of await page.getByRole('banner').getByRole('button').all()) {
        const box = await control.boundingBox();
        expect(box.x + box.width, await control.textContent()).toBeLessThanOrEqual(width);
      }
      await screenshot(page, `tablet-${width}`);
      await page.getByRole('button', { name: 'Requests', exact: true }).click();
      expect(await faults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Details', exact: true }).click();
      expect(await faults(page)).toEqual([]);
      await screenshot(page, `tablet-${width}-details`);
    });
  }

  it('when there is nothing to show, and when the server is away', async () => {
    const page = await open();
    await page.route('**/api/v1/schedules', (route) =>
      route.fulfill({ json: { items: [], nextCursor: null } }),
    );
    await page.goto('about:blank');
    await page.goto(SERVER);
    await page.getByRole('heading', { name: 'No schedule yet' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await screenshot(page, 'empty');
    await page.route('**/api/v1/**', (route) => route.abort('connectionrefused'));
    await page.reload();
    await page.getByRole('alert').waitFor();
    expect(await faults(page)).toEqual([]);
    await screenshot(page, 'unreachable');
  });
});
