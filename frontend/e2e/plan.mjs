import { get } from './server.mjs';
import { SERVER } from './browser.mjs';

/** A small schedule in a known state, for the tests that change it. */

const DAY = '2026-12-07';

export const at = (time) => `${DAY}T${time}:00Z`;

const view = (antenna, spacecraft, aos, los) => ({ antenna, spacecraft, aos: at(aos), los: at(los) });

const request = (id, spacecraft, antennas, fields = {}) => ({
  id,
  spacecraft,
  service: 'TELEMETRY',
  band: 'X',
  antennas,
  minDuration: 'PT1H',
  preferredDuration: 'PT2H',
  setup: 'PT20M',
  teardown: 'PT10M',
  ...fields,
});

/** Two antennas, three spacecraft, given view periods: nothing is computed, so a test starts in a moment. */
export const PROBLEM = {
  schemaVersion: 1,
  name: 'Two antennas, three spacecraft',
  horizon: { start: at('00:00'), end: '2026-12-08T00:00:00Z' },
  antennas: [
    { id: 'KDSA', name: 'Korean Deep Space Antenna', bands: ['X'] },
    { id: 'DSS-26', name: 'Goldstone', bands: ['X'] },
  ],
  spacecraft: [
    { id: 'KPLO', name: 'Danuri', mission: 'KPLO' },
    { id: 'LRO', name: 'LRO', mission: 'LRO' },
    { id: 'IM-3', name: 'IM-3', mission: 'IM-3' },
  ],
  viewPeriods: [
    view('KDSA', 'KPLO', '01:00', '13:00'),
    view('KDSA', 'LRO', '01:00', '13:00'),
    view('KDSA', 'IM-3', '02:00', '12:00'),
    view('DSS-26', 'KPLO', '11:00', '22:00'),
    view('DSS-26', 'LRO', '10:00', '20:00'),
  ],
  requests: [
    request('KPLO-TM', 'KPLO', [['KDSA'], ['DSS-26']], { priority: 3 }),
    request('LRO-TM', 'LRO', [['KDSA'], ['DSS-26']], { priority: 2 }),
    request('IM3-TM', 'IM-3', [['KDSA']]),
  ],
  solver: { timeLimit: 'PT5S', stepLimit: 50 },
};

export async function send(method, path, body, headers = {}) {
  const response = await fetch(`${SERVER}/api/v1${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  }
  return { body: text === '' ? null : JSON.parse(text), etag: response.headers.get('ETag') };
}

export async function fetchSchedule(id) {
  const response = await fetch(`${SERVER}/api/v1/schedules/${id}`);
  return { ...(await response.json()), etag: response.headers.get('ETag') };
}

/** Has a problem solved to its end, and answers the id of its schedule. */
export async function solve(problem) {
  const { id } = (await send('POST', '/schedules', problem)).body;
  await solved(id);
  return id;
}

/** Resolves once a schedule is solved. */
export async function solved(id, deadlineMs = 40_000) {
  const deadline = Date.now() + deadlineMs;
  for (;;) {
    const { status } = await get(`/schedules/${id}/status`);
    if (status === 'SOLVED' || status === 'STOPPED') {
      return;
    }
    if (status === 'FAILED' || Date.now() > deadline) {
      throw new Error(`the schedule is not solved after ${deadlineMs / 1000} s: ${status}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Does something to the present revision of a schedule behind the page's back. */
export async function post(id, path, body) {
  const { etag } = await fetchSchedule(id);
  return (await send('POST', `/schedules/${id}${path}`, body, { 'If-Match': etag })).body;
}

/** Edits behind the page's back. */
export async function editBehind(id, edits) {
  return post(id, '/edits', { edits });
}

/**
 * A schedule with KPLO-TM at KDSA from 03 to 05, LRO-TM at KDSA from 07 to 09 and IM3-TM unscheduled, and its tracks as
 * a function: what the server has now.
 */
export async function smallSchedule(problem = PROBLEM) {
  const id = await solve(problem);
  const solved = await fetchSchedule(id);
  await editBehind(id, [
    ...solved.schedule.tracks.map((track) => ({ type: 'REMOVE', pass: track.id })),
    { type: 'ADD', request: 'KPLO-TM', antennas: ['KDSA'], bot: at('03:00'), eot: at('05:00') },
    { type: 'ADD', request: 'LRO-TM', antennas: ['KDSA'], bot: at('07:00'), eot: at('09:00') },
  ]);
  return id;
}

/** Where each request is tracked: `KDSA 03:00-05:00`, with `*` when pinned; several are joined. */
export async function places(id) {
  const { schedule } = await fetchSchedule(id);
  const places = {};
  for (const { request: name, antennas, bot, eot, pinned } of schedule.tracks) {
    const place = `${antennas.join('+')} ${bot.slice(11, 16)}-${eot.slice(11, 16)}${pinned ? '*' : ''}`;
    places[name] = places[name] ? `${places[name]}, ${place}` : place;
  }
  return places;
}
