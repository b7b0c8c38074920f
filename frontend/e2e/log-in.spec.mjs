import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { screenshot } from './browser.mjs';
import { useBrowser } from './fixture.mjs';

/** A service that asks who it is, with one administrator, kim; the Java test that runs these starts it. */
const SERVER = process.env.YEOJU_USERS_URL;
const PASSWORD = process.env.YEOJU_USERS_PASSWORD ?? '';

const browser = useBrowser();

const dialog = (page) => page.getByRole('dialog', { name: 'Log in' });
const pass = (page) => page.getByRole('group', { name: 'Passes in view' }).getByRole('button').first();

async function enter(page, password) {
  await dialog(page).getByLabel('Name').fill('kim');
  await dialog(page).getByLabel('Password').fill(password);
  await dialog(page).getByRole('button', { name: 'Log in' }).click();
}

describe.skipIf(!SERVER)('where users log in', () => {
  it('asks who it is, lets in who knows the password, edits for them, and lets go of them', async () => {
    const { page } = await browser.open({ server: SERVER, width: 1280, height: 800 });
    await dialog(page).waitFor();
    await screenshot(page, 'log-in');
    await enter(page, 'not this one');
    await dialog(page).getByRole('alert').getByText(/wrong/).waitFor();
    await enter(page, PASSWORD);
    await dialog(page).waitFor({ state: 'detached' });
    await pass(page).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'detached', timeout: 60_000 });
    await pass(page).click();
    await page.keyboard.press('p');
    await page.getByRole('button', { name: 'Undo', exact: true, disabled: false }).first().waitFor();
    await page
      .getByText(/pinned$/)
      .first()
      .waitFor();
    const leave = page.getByRole('button', { name: 'Log out (kim, administrator)' });
    const header = await page.getByRole('banner').boundingBox();
    expect(header.height).toBeLessThan(60);
    await screenshot(page, 'logged-in');
    await leave.click();
    await dialog(page).waitFor();
    expect(await pass(page).count()).toBe(0);
  });
});
