import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launch, openPage } from './browser.mjs';

/** One browser for the tests of a file. What a test opens is closed after it, and what a page threw fails the test. */
export function useBrowser() {
  let browser;
  let opened = [];

  beforeAll(async () => {
    browser = await launch();
  });

  afterEach(async () => {
    const all = opened;
    opened = [];
    await Promise.all(all.map(({ context }) => context.close()));
    expect(all.flatMap(({ problems }) => problems)).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
  });

  return {
    async open(options) {
      const page = await openPage(browser, options);
      opened.push(page);
      return page;
    },
  };
}
