import { SERVER } from './browser.mjs';

/** What the tests ask the server themselves, beside the page. */
export async function get(path) {
  const response = await fetch(`${SERVER}/api/v1${path}`);
  if (!response.ok) {
    throw new Error(`GET ${path} answered ${response.status}: ${await response.text()}`);
  }
  return response.json();
}

/** The bundled problem with the fewest requests. */
export async function smallestProblem() {
  const problems = await get('/problems');
  const smallest = problems.toSorted((a, b) => a.requests - b.requests)[0];
  if (!smallest) {
    throw new Error('the server bundles no problem');
  }
  return { ...smallest, problem: await get(`/problems/${encodeURIComponent(smallest.id)}`) };
}

/** The fullest schedule on the server that is done; waits for the one it solves when it first starts. */
export async function solvedSchedule(deadlineMs = 50_000) {
  const end = Date.now() + deadlineMs;
  for (;;) {
    const { items } = await get('/schedules');
    const solved = items.filter(({ status }) => status === 'SOLVED');
    const views = await Promise.all(solved.map(({ id }) => get(`/schedules/${encodeURIComponent(id)}`)));
    const tracks = (view) => view.schedule?.tracks.length ?? 0;
    const fullest = views.toSorted((a, b) => tracks(b) - tracks(a))[0];
    if (fullest && tracks(fullest) > 0) {
      return fullest;
    }
    if (Date.now() > end) {
      throw new Error('the server has no solved schedule with passes');
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}
