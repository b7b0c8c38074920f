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
  return page;
}

const lang = (page) => page.locator('html').getAttribute('lang');

/** Texts of the page that no planner of Korea should meet in English: all but ids, names, units and server sentences. */
const leftInEnglish = (page) =>
  page.evaluate(
    (words) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent.trim();
        if (words.includes(text) && !node.parentElement.closest('[lang="en"]')) {
          found.push(text);
        }
      }
      return found;
    },
    [
      'Solve',
      'Export',
      'Antennas',
      'Spacecraft',
      'Passes',
      'Violations',
      'Pass',
      'Track',
      'Peak',
      'State',
      'Requests',
    ],
  );

describe('the language', () => {
  it('is English, and Korean at a press, and stays so', async () => {
    const page = await open();
    await page.getByRole('tab', { name: /^Passes/ }).waitFor();
    expect(await lang(page)).toBe('en');
    await page.getByRole('button', { name: '한국어로 보기' }).click();
    await page.getByRole('tab', { name: /^패스/ }).waitFor();
    expect(await lang(page)).toBe('ko');
    expect(await leftInEnglish(page)).toEqual([]);
    await page.reload();
    await page.getByRole('tab', { name: /^패스/ }).waitFor();
    expect(await lang(page)).toBe('ko');
    await page.getByRole('button', { name: 'Show in English' }).click();
    await page.getByRole('tab', { name: /^Passes/ }).waitFor();
  });

  it('is what the browser asks for, on the timeline and in the details too', async () => {
    const page = await open({ locale: 'ko-KR' });
    const pass = page.getByRole('group', { name: '화면 안의 패스' }).getByRole('button').first();
    await pass.click();
    expect(await pass.getAttribute('aria-label')).toMatch(/추적, \d+월 \d+일 \d\d:\d\d부터 .*까지 UTC$/);
    const details = page.getByRole('complementary', { name: '상세' });
    await details.getByRole('img', { name: /^앙각 곡선, 최대/ }).waitFor();
    expect(await details.getByText('BOT', { exact: true }).getAttribute('title')).toContain('추적 시작');
    await screenshot(page, 'korean-light');
  });

  for (const width of [1280, 1920]) {
    it(`fits in Korean at ${width} pixels in the dark`, async () => {
      const page = await open({ locale: 'ko-KR', width, height: 900, theme: 'dark' });
      await page.getByRole('group', { name: '화면 안의 패스' }).getByRole('button').first().waitFor();
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways).toBe(0);
      await screenshot(page, `korean-${width}-dark`);
    });
  }
});
