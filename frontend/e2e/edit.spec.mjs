import { beforeEach, describe, expect, it } from 'vitest';
import { screenshot, SERVER } from './browser.mjs';
import { useBrowser } from './fixture.mjs';
import { at, editBehind, fetchSchedule, places, PROBLEM, smallSchedule } from './plan.mjs';

const browser = useBrowser();
let id;
let opened;

beforeEach(async () => {
  id = await smallSchedule();
  opened = await browser.open({ hash: `#s=${id}` });
  await pass(opened.page, 'KPLO-TM').waitFor();
});

const pass = (page, name) =>
  page.getByRole('group', { name: 'Passes in view' }).getByRole('button', { name: new RegExp(`^${name},`) });
const requests = (page) => page.getByRole('complementary', { name: 'Requests' });
const details = (page) => page.getByRole('complementary', { name: 'Details' });
const violations = (page) => page.getByRole('tab', { name: /^Violations/ });
const now = () => places(id);

/** Centre of a pass, and how many pixels an hour takes: its button spans setup, track and teardown. */
async function geometry(page, name, hours = 2.5) {
  const box = await pass(page, name).boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, hour: box.width / hours, box };
}

async function drag(page, from, to) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 6 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
}

describe('a pass', () => {
  it('is dragged into a conflict: legal places light up, the score shows, the violation appears, undo takes it back', async () => {
    const { page } = opened;
    const { x, y, hour } = await geometry(page, 'LRO-TM');
    await drag(page, { x, y }, { x: x - 2.2 * hour, y });
    const bar = page.getByRole('group', { name: 'Adjusting LRO-TM' });
    await bar.getByText(/newly broken/).waitFor();
    await bar.getByText(/value [+−±]/).waitFor();
    await screenshot(page, 'drag-conflict');
    await page.mouse.up();
    await violations(page).filter({ hasText: '1' }).waitFor();
    await violations(page).click();
    const broken = page.getByRole('button', { name: /^Show ANTENNA_OVERLAP/ }).last();
    expect((await broken.textContent()).trim()).toMatch(/^ANTENNA_OVERLAP:.*KPLO-TM/);
    await screenshot(page, 'violation');
    expect((await now())['LRO-TM']).toMatch(/^KDSA 04:4\d-06:4\d$/);
    expect((await fetchSchedule(id)).schedule.status).toBe('INFEASIBLE');

    await page.keyboard.press('Control+z');
    await page.getByText('No rule is broken.').waitFor();
    expect((await now())['LRO-TM']).toBe('KDSA 07:00-09:00');
    await page.keyboard.press('Control+y');
    await violations(page).filter({ hasText: '1' }).waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await page.getByText('No rule is broken.').waitFor();
    expect((await now())['LRO-TM']).toBe('KDSA 07:00-09:00');
  });

  it('jumps to the place of a violation', async () => {
    const { page } = opened;
    await editBehind(id, [{ type: 'CHANGE', pass: 'LRO-TM#1', bot: at('04:00'), eot: at('06:00') }]);
    await page.reload();
    await violations(page).click();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await page.getByRole('button', { name: /^Show ANTENNA_OVERLAP/ }).click();
    await details(page)
      .getByRole('heading', { level: 2, name: /KPLO-TM|LRO-TM/ })
      .waitFor();
    await details(page).getByText('Rules broken').waitFor();
    await page.locator('[data-pass-id][aria-pressed="true"]').waitFor();
  });

  it('goes to another antenna when it is dragged there', async () => {
    const { page } = opened;
    const { x, y, hour } = await geometry(page, 'LRO-TM');
    const row = await page.getByText('Goldstone').boundingBox();
    await drag(page, { x, y }, { x: x + 5 * hour, y: row.y + 40 });
    await page.mouse.up();
    await expect.poll(async () => (await now())['LRO-TM']).toMatch(/^DSS-26 1[12]:\d\d-1[34]:\d\d$/);
    expect((await fetchSchedule(id)).schedule.violations).toEqual([]);
  });

  it('is resized at its end, and snaps to the border of its free place', async () => {
    const { page } = opened;
    const { y, hour, box } = await geometry(page, 'LRO-TM');
    const end = box.x + box.width - hour / 6;
    await drag(page, { x: end, y }, { x: end + hour, y });
    await page.mouse.up();
    await expect.poll(async () => (await now())['LRO-TM']).toMatch(/^KDSA 07:00-(09:5\d|10:0\d)$/);
    // The server has it a moment before the page: the next drag must start where the page shows the end.
    await expect
      .poll(async () => (await pass(page, 'LRO-TM').boundingBox()).width)
      .toBeGreaterThan(1.3 * box.width);
    const wide = await geometry(page, 'LRO-TM', 3.5);
    const last = wide.box.x + wide.box.width - wide.hour / 6;
    await drag(page, { x: last, y }, { x: last + 2.95 * wide.hour, y });
    await page.mouse.up();
    await expect.poll(async () => (await now())['LRO-TM']).toBe('KDSA 07:00-13:00');
  });

  it('stays where it was when the drag is given up', async () => {
    const { page } = opened;
    const { x, y, hour } = await geometry(page, 'LRO-TM');
    await drag(page, { x, y }, { x: x + hour, y });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await page.getByRole('group', { name: 'Adjusting LRO-TM' }).waitFor({ state: 'detached' });
    expect((await now())['LRO-TM']).toBe('KDSA 07:00-09:00');
  });

  it('is not moved any more once another schedule is opened', async () => {
    const { page } = opened;
    const other = await smallSchedule({ ...PROBLEM, name: 'Another one' });
    await pass(page, 'LRO-TM').click();
    await page.keyboard.press('m');
    const bar = page.getByRole('group', { name: 'Adjusting LRO-TM' });
    await bar.waitFor();
    await page.keyboard.press('ArrowRight');
    await page.evaluate((hash) => (location.hash = hash), `#s=${other}`);
    await expect.poll(() => page.title()).toBe('Another one · Yeoju');
    await bar.waitFor({ state: 'detached' });
    expect(await places(other)).toEqual(await now());
  });

  it('is found, moved, resized, pinned and unassigned by the keyboard alone', async () => {
    const { page } = opened;
    await page.getByRole('group', { name: /^Rows of the timeline/ }).focus();
    await page.keyboard.press('Tab');
    await expect(page.evaluate(() => document.activeElement.dataset.passId)).resolves.toBe('KPLO-TM#1');
    await page.keyboard.press('ArrowRight');
    await details(page).getByRole('heading', { level: 2, name: 'LRO-TM' }).waitFor();
    await page.keyboard.press('Enter');
    const bar = page.getByRole('group', { name: 'Adjusting LRO-TM' });
    await bar.waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Alt+ArrowRight');
    await page.keyboard.press('Control+ArrowLeft');
    await bar.getByText('07:04 to 09:14').waitFor();
    await screenshot(page, 'adjust-keyboard');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await now())['LRO-TM']).toBe('KDSA 07:04-09:14');
    await bar.waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement.dataset.passId)).toBe('LRO-TM#1');
    await page.keyboard.press('p');
    await expect.poll(async () => (await now())['LRO-TM']).toBe('KDSA 07:04-09:14*');
    await page.keyboard.press('m');
    await bar.waitFor();
    await page.keyboard.press('ArrowDown');
    await bar.getByText('DSS-26,').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Delete');
    await expect.poll(async () => (await now())['LRO-TM']).toBeUndefined();
    for (let k = 0; k < 3; k++) {
      await page.keyboard.press('Control+z');
    }
    await expect.poll(async () => (await now())['LRO-TM']).toBe('KDSA 07:00-09:00');
  });
});

describe('a request without a track', () => {
  it('is dragged in from its list to a free place', async () => {
    const { page } = opened;
    const item = await requests(page).getByRole('button', { name: 'IM3-TM' }).boundingBox();
    const { x, y, hour } = await geometry(page, 'LRO-TM');
    await drag(page, { x: item.x + 60, y: item.y + 10 }, { x: x + 2.6 * hour, y });
    const bar = page.getByRole('group', { name: 'Adjusting IM3-TM' });
    await bar.getByText(/value \+/).waitFor();
    await screenshot(page, 'drag-in');
    await page.mouse.up();
    await expect
      .poll(async () => (await now())['IM3-TM'])
      .toMatch(/^KDSA (09:3\d|09:4\d|10:00)-(11:\d\d|12:00)$/);
    expect((await fetchSchedule(id)).schedule.violations).toEqual([]);
    await details(page).getByRole('heading', { level: 2, name: 'IM3-TM' }).waitFor();
  });

  it('is placed by the keyboard alone', async () => {
    const { page } = opened;
    await page.keyboard.press('/');
    await page.keyboard.type('IM3');
    await page.keyboard.press('Escape');
    await requests(page).getByRole('button', { name: 'IM3-TM' }).press('Enter');
    await page.keyboard.press('m');
    await page
      .getByRole('group', { name: 'Adjusting IM3-TM' })
      .getByText(/value \+/)
      .waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await now())['IM3-TM']).toMatch(/^KDSA /);
    expect((await fetchSchedule(id)).schedule.violations).toEqual([]);
  });

  it('says why, ranks its places with their cost, shows one on the timeline and takes it', async () => {
    const { page } = opened;
    await requests(page).getByRole('button', { name: 'IM3-TM' }).click();
    const why = details(page).getByRole('region', { name: 'Why, and what else' });
    await why.getByText('Other places, best first').waitFor({ timeout: 20_000 });
    await why.getByText(/^\+/).first().waitFor();
    await why.getByText('View period by view period').waitFor();
    await why.getByRole('button', { name: 'Show', exact: true }).first().click();
    const preview = page.getByRole('group', { name: 'What IM3-TM would change' });
    await preview.getByText('1 added').waitFor();
    await why
      .getByRole('status')
      .getByText(/value \+/)
      .waitFor();
    await screenshot(page, 'why-places');
    expect((await now())['IM3-TM']).toBeUndefined();
    await why.getByRole('button', { name: 'Place here', exact: true }).first().click();
    await expect.poll(async () => (await now())['IM3-TM']).toMatch(/^KDSA /);
    await preview.waitFor({ state: 'detached' });
  });
});

describe('a relaxation', () => {
  it('is done with its button: who gives way goes elsewhere, and one undo takes all of it back', async () => {
    // Between a pinned pass and the end of its view period there is room for less than it asks, if LRO-TM goes.
    const long = PROBLEM.requests.map((request) =>
      request.id === 'IM3-TM' ? { ...request, minDuration: 'PT6H', preferredDuration: 'PT6H' } : request,
    );
    const { page } = opened;
    const schedule = await smallSchedule({ ...PROBLEM, requests: long });
    await editBehind(schedule, [
      { type: 'CHANGE', pass: 'KPLO-TM#1', bot: at('05:00'), eot: at('07:00'), pinned: true },
      { type: 'CHANGE', pass: 'LRO-TM#1', bot: at('08:00'), eot: at('10:00') },
    ]);
    const before = await places(schedule);
    await page.goto(`${SERVER}/#s=${schedule}`);
    await pass(page, 'LRO-TM').and(page.locator('[data-row="KDSA"]')).waitFor();
    await requests(page).getByRole('button', { name: 'IM3-TM' }).click();
    const card = details(page)
      .getByRole('region', { name: 'Why, and what else' })
      .getByRole('listitem')
      .filter({ hasText: 'Shorter' });
    await card.getByText('which then goes to its best free place').waitFor({ timeout: 20_000 });
    await screenshot(page, 'why-relaxation');
    await card.getByRole('button', { name: 'Place here', exact: true }).click();
    await expect
      .poll(() => places(schedule))
      .toEqual({
        'IM3-TM': 'KDSA 07:30-12:00',
        'KPLO-TM': before['KPLO-TM'],
        'LRO-TM': 'KDSA 01:00-03:00',
      });
    await page.getByRole('button', { name: /^LRO-TM,.* 01:00/ }).waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => places(schedule)).toEqual(before);
  });
});

describe('somebody else', () => {
  const elsewhere = {
    type: 'CHANGE',
    pass: 'KPLO-TM#1',
    antennas: ['DSS-26'],
    bot: at('12:00'),
    eot: at('14:00'),
  };

  it('was faster: mine is done again on top of theirs', async () => {
    const { page } = opened;
    await editBehind(id, [elsewhere]);
    await pass(page, 'LRO-TM').click();
    await page.keyboard.press('p');
    const dialog = page.getByRole('dialog', { name: 'Somebody else changed this schedule' });
    await dialog.getByText('KPLO-TM#1').first().waitFor();
    await dialog.getByText(/DSS-26, 7 Dec 12:00/).waitFor();
    await screenshot(page, 'merge');
    await dialog.getByRole('button', { name: 'Reapply mine' }).click();
    await expect.poll(now).toEqual({ 'KPLO-TM': 'DSS-26 12:00-14:00', 'LRO-TM': 'KDSA 07:00-09:00*' });
    await dialog.waitFor({ state: 'detached' });
  });

  it('was faster: theirs is taken', async () => {
    const { page } = opened;
    await editBehind(id, [elsewhere]);
    await pass(page, 'LRO-TM').click();
    await page.keyboard.press('Delete');
    const dialog = page.getByRole('dialog', { name: 'Somebody else changed this schedule' });
    await dialog.getByRole('button', { name: 'Take theirs' }).click();
    await dialog.waitFor({ state: 'detached' });
    await pass(page, 'KPLO-TM').and(page.locator('[data-row="DSS-26"]')).waitFor();
    expect(await now()).toEqual({ 'KPLO-TM': 'DSS-26 12:00-14:00', 'LRO-TM': 'KDSA 07:00-09:00' });
  });
});
