import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, openPage } from './browser.mjs';

let browser;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
});

it('opens without an error', async () => {
  const { page, context, problems } = await openPage(browser);
  await page.getByText('Yeoju').first().waitFor();
  expect(await page.title()).toContain('Yeoju');
  expect(problems).toEqual([]);
  await context.close();
});
