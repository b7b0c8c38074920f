// Measures the page in the system's Chromium against the server at YEOJU_URL, and writes a Markdown table to stdout:
//
//   YEOJU_URL=http://localhost:8080 node frontend/e2e/speed.mjs
//
// The schedule that is drawn is answered by this script in place of the server's, of the size wanted: 5,000 passes over a
// year. Everything else, the page's files and the scoring of edits, is the server's.
import { cpus, loadavg } from 'node:os';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { launch, SERVER } from './browser.mjs';
import { at, PROBLEM, smallSchedule } from './plan.mjs';

const HOUR = 3_600_000;
const PASSES = Number(process.env.YEOJU_PASSES ?? 5000);
const FRAMES = 120;

const iso = (time) => new Date(time).toISOString().replace('.000Z', 'Z');

/** Passes back to back over twelve antennas and a year, each in a view period with a curve. */
function largeSchedule() {
  const antennas = Array.from({ length: 12 }, (_, k) => ({ id: `ANT-${k + 1}`, name: `Antenna ${k + 1}` }));
  const spacecraft = Array.from({ length: 20 }, (_, k) => ({
    id: `SC-${k + 1}`,
    name: `Craft ${k + 1}`,
    mission: `SC-${k + 1}`,
  }));
  const start = Date.UTC(2026, 0, 1);
  const requests = [];
  const tracks = [];
  const viewPeriods = [];
  const slots = Math.ceil(PASSES / antennas.length);
  const step = (365 * 24 * HOUR) / slots;
  for (let k = 0; k < PASSES; k++) {
    const antenna = antennas[k % antennas.length].id;
    const craft = spacecraft[(k * 7) % spacecraft.length].id;
    const bot = Math.round((start + Math.floor(k / antennas.length) * step + HOUR) / 1000) * 1000;
    const eot = bot + 3 * HOUR;
    const id = `${craft}-TM/${k + 1}`;
    requests.push({
      id,
      series: `${craft}-TM`,
      spacecraft: craft,
      mission: craft,
      service: 'TELEMETRY',
      band: 'X',
      uplink: false,
      antennas: [[antenna]],
      window: { start: iso(bot - 6 * HOUR), end: iso(eot + 6 * HOUR) },
      minDuration: 'PT1H',
      preferredDuration: 'PT3H',
      setup: 'PT30M',
      teardown: 'PT15M',
      priority: 1,
      critical: k % 50 === 0,
    });
    tracks.push({
      id: `${id}#1`,
      request: id,
      spacecraft: craft,
      antennas: [antenna],
      boa: iso(bot - HOUR / 2),
      bot: iso(bot),
      eot: iso(eot),
      eoa: iso(eot + HOUR / 4),
      pinned: k % 20 === 0,
    });
    const aos = bot - 2 * HOUR;
    const samples = Array.from({ length: 9 }, (_, i) => i);
    viewPeriods.push({
      antenna,
      spacecraft: craft,
      aos: iso(aos),
      los: iso(aos + 8 * HOUR),
      usable: {},
      peak: iso(aos + 4 * HOUR),
      peakElevationDeg: 60,
      samples: {
        start: iso(aos),
        stepS: 3600,
        azDeg: samples.map((i) => 90 + i * 20),
        elDeg: samples.map((i) => 10 + 50 * Math.sin((Math.PI * i) / 8)),
      },
    });
  }
  const horizon = { start: iso(start), end: iso(start + 365 * 24 * HOUR) };
  const figures = {
    trackedHours: 1,
    requestedHours: 1,
    satisfied: 1,
    requests: 1,
    uRms: 0,
    uMax: 0,
    missions: [],
  };
  return {
    id: 'large',
    status: 'SOLVED',
    createdAt: horizon.start,
    timeLimit: 'PT30S',
    revision: 1,
    progress: null,
    warnings: [],
    problem: { schemaVersion: 1, name: `${PASSES} passes`, horizon, antennas, spacecraft, requests: [] },
    requests,
    viewPeriods,
    schedule: {
      schemaVersion: 1,
      problem: `${PASSES} passes`,
      status: 'FEASIBLE',
      value: 1,
      bound: 1,
      gapPercent: 0,
      critical: { satisfied: 0, requests: 0 },
      figures,
      tracks,
      unscheduled: [],
      short: [],
      violations: [],
    },
  };
}

const quantile = (values, q) => values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))];
const ms = (value) => `${value.toFixed(1)} ms`;
const medianAnd95 = (values) => `${ms(quantile(values, 0.5))} (${ms(quantile(values, 0.95))})`;

/** Everything by which Chromium runs a page's script, as it calls it in a trace; garbage collection falls within. */
const SCRIPT = new Set([
  'EvaluateScript',
  'EventDispatch',
  'FireAnimationFrame',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
]);
const TASK = 'ThreadControllerImpl::RunTask';

/**
 * Time from one frame to the next while the view is moved once a frame, and then, by a trace of Chromium's, the time of
 * the page's main thread that its script takes in a frame and that everything takes: thread time, so that what else the
 * machine does is not counted. What moves the view is script too, and is counted.
 */
async function moving(browser, page, step) {
  const move = () =>
    page.evaluate(
      async ([count, source]) => {
        const move = new Function('k', source);
        const next = () => new Promise((resolve) => requestAnimationFrame(resolve));
        const gaps = [];
        let last = await next();
        for (let k = 0; k < count; k++) {
          performance.mark('step');
          move(k);
          // The page asks for its frame before this does, as it does when a wheel turns.
          await Promise.resolve();
          const now = await next();
          gaps.push(now - last);
          last = now;
        }
        performance.mark('step');
        return gaps.slice(10);
      },
      [FRAMES, step],
    );
  const gaps = await move();
  await browser.startTracing(page, { categories: ['devtools.timeline', 'blink.user_timing', 'toplevel'] });
  await move();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  const steps = traceEvents.filter(({ name }) => name === 'step').toSorted((a, b) => a.ts - b.ts);
  const { pid, tid } = steps[0];
  const slices = traceEvents
    .filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X')
    .toSorted((a, b) => a.ts - b.ts || b.dur - a.dur);
  const perFrame = (wanted) => {
    const frames = new Array(steps.length - 1).fill(0);
    let frame = -1;
    let end = 0;
    for (const { name, ts, dur, tdur } of slices) {
      while (frame < steps.length - 1 && ts >= steps[frame + 1].ts) {
        frame++;
      }
      // What lies within another one is counted with it.
      if (frame >= 0 && frame < frames.length && wanted(name) && ts >= end) {
        // A few slices have no thread time of their own; they did not take less than the clock says.
        frames[frame] += (tdur ?? dur) / 1000;
        end = ts + dur;
      }
    }
    return frames.slice(10);
  };
  return { gaps, script: perFrame((name) => SCRIPT.has(name)), all: perFrame((name) => name === TASK) };
}

const PAN = `
  const plot = document.querySelector('[role=group][tabindex="0"]');
  plot.dispatchEvent(new WheelEvent('wheel', { deltaX: k % 40 < 20 ? 30 : -30, deltaY: 0, clientX: 700, clientY: 300, bubbles: true, cancelable: true }));
`;
const ZOOM = `
  const plot = document.querySelector('[role=group][tabindex="0"]');
  plot.dispatchEvent(new WheelEvent('wheel', { deltaY: k % 40 < 20 ? -40 : 40, clientX: 700, clientY: 300, bubbles: true, cancelable: true }));
`;

async function openLarge(browser) {
  const view = largeSchedule();
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
  const page = await context.newPage();
  const json = (body) => ({
    status: 200,
    contentType: 'application/json',
    headers: { ETag: '"1-1"' },
    body: JSON.stringify(body),
  });
  await page.route('**/api/v1/schedules/large', (route) => route.fulfill(json(view)));
  await page.route('**/api/v1/schedules/large/view-periods*', (route) =>
    route.fulfill(json({ viewPeriods: view.viewPeriods, warnings: [] })),
  );
  await page.goto(`${SERVER}/#s=large`);
  await page.locator('[data-pass-id]').first().waitFor({ timeout: 60_000 });
  return { page, context };
}

async function main() {
  const browser = await launch();
  const rows = [];
  try {
    const { page, context } = await openLarge(browser);
    await page.keyboard.press('0');
    await page.waitForTimeout(1500);
    // All passes in view. A drawing begins by clearing the canvas and ends with its task; reading a pixel waits for the
    // pixels themselves.
    const draws = await page.evaluate(async () => {
      const next = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const context = document.querySelector('canvas').getContext('2d');
      const clear = context.clearRect;
      const times = [];
      context.clearRect = function (...all) {
        const start = performance.now();
        queueMicrotask(() => {
          context.getImageData(0, 0, 1, 1);
          times.push(performance.now() - start);
        });
        return clear.apply(this, all);
      };
      const plot = document.querySelector('[role=group][tabindex="0"]');
      for (let k = 0; k < 15; k++) {
        plot.dispatchEvent(
          new WheelEvent('wheel', {
            deltaY: k % 2 ? 4 : -4,
            clientX: 700,
            clientY: 300,
            bubbles: true,
            cancelable: true,
          }),
        );
        await next();
        await next();
      }
      context.clearRect = clear;
      return times;
    });
    rows.push([
      `${PASSES} passes in view: timeline drawn, median (worst)`,
      '< 100 ms',
      `${ms(quantile(draws, 0.5))} (${ms(Math.max(...draws))})`,
    ]);
    for (const [name, step] of [
      ['pan', PAN],
      ['zoom', ZOOM],
    ]) {
      const { gaps, script, all } = await moving(browser, page, step);
      rows.push(
        [`${name}: median frame`, '≤ 17 ms', ms(quantile(gaps, 0.5))],
        [`${name}: script a frame, median (95 %)`, '≤ 8 ms', medianAnd95(script)],
        [`${name}: main thread in all a frame, median (95 %)`, '', medianAnd95(all)],
      );
    }
    await context.close();
    rows.push(await dragFeedback(browser), await weight(browser));
  } finally {
    await browser.close();
  }
  console.log(
    `Script and main thread: thread time by a trace of Chromium's over ${FRAMES - 10} frames. Load of the machine at the end: ` +
      `${loadavg()[0].toFixed(1)} on ${cpus().length} cores.\n`,
  );
  console.log('| what | wanted | measured |\n|---|---|---|');
  rows.forEach((row) => console.log(`| ${row.join(' | ')} |`));
}

/** From a pointer's move to the frame that shows the pass there, on the server's own schedule. */
async function dragFeedback(browser) {
  const id = await smallSchedule({ ...PROBLEM, name: 'Speed of a drag' });
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
  const page = await context.newPage();
  await page.goto(`${SERVER}/#s=${id}&from=${at('00:00')}&to=${at('15:00')}`);
  const box = await page.locator('[data-pass-id="LRO-TM#1"]').boundingBox();
  await page.evaluate(() => {
    window.delays = [];
    window.addEventListener(
      'pointermove',
      (event) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => window.delays.push(performance.now() - event.timeStamp);
          channel.port2.postMessage(0);
        });
      },
      { capture: true },
    );
  });
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  for (let k = 1; k <= 60; k++) {
    await page.mouse.move(box.x + box.width / 2 + k * 4, y);
    await page.waitForTimeout(20);
  }
  const delays = await page.evaluate(() => window.delays.slice(5));
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await context.close();
  return ['drag: pointer to picture, median (95 %)', '≤ 50 ms', medianAnd95(delays)];
}

async function weight(browser) {
  const page = await browser.newPage();
  await page.goto(SERVER);
  await page.locator('[data-pass-id]').first().waitFor();
  const urls = await page.evaluate(() => [
    location.href.split('#')[0],
    ...performance
      .getEntriesByType('resource')
      .map((entry) => entry.name)
      .filter((name) => !name.includes('/api/')),
  ]);
  await page.close();
  let bytes = 0;
  for (const url of new Set(urls)) {
    bytes += gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length;
  }
  return ['page weight, gzipped', '≤ 250 kB', `${(bytes / 1000).toFixed(1)} kB`];
}

await main();
