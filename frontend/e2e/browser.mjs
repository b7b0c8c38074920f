import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

/** Base URL of the server under test, without a slash at its end. */
export const SERVER = (process.env.YEOJU_URL ?? 'http://localhost:8080').replace(/\/$/, '');

const SCREENSHOTS = process.env.YEOJU_SCREENSHOTS ?? join(import.meta.dirname, '..', 'target-screens');

export async function launch() {
  return chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** A page at the given size; anything the page throws or logs as an error fails the test that asks `problems`. */
export async function openPage(
  browser,
  {
    server = SERVER,
    width = 1600,
    height = 1000,
    theme = 'light',
    hash = '',
    locale = 'en-US',
    firstVisit = false,
  } = {},
) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale,
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  if (!firstVisit) {
    await context.addInitScript(() => {
      if (location.protocol.startsWith('http')) {
        localStorage.setItem('yeoju-hints', 'seen');
      }
    });
  }
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(`${server}/${hash}`);
  return { page, context, problems };
}

export async function screenshot(page, name) {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}

/** Drops a file anywhere on the page, as from the desktop. */
export async function dropFile(page, name, text, type = 'application/json') {
  await dropFiles(page, [{ name, text, type }]);
}

export async function dropFiles(page, files) {
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const { name, text, type } of list) {
      data.items.add(new File([text], name, { type }));
    }
    return data;
  }, files);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await page.locator('.drop').waitFor();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}
