// Load on a running service of this machine: `node benchmarks/load.mjs http://127.0.0.1:8080 [seconds] [clients]`.
// Clients read, edit and follow; 20 solves wait meanwhile. Prints a line for RESULTS.md. Loopback only, two minutes at most.
import http from 'node:http';
import {readFileSync} from 'node:fs';

const base = new URL(process.argv[2] ?? 'http://127.0.0.1:8080');
const seconds = Math.min(120, Number(process.argv[3] ?? 60));
const clients = Math.min(400, Number(process.argv[4] ?? 200));
if (!['127.0.0.1', 'localhost', '[::1]'].includes(base.hostname)) {
  console.error(`The address (${base.hostname}) is not this machine's. Maybe http://127.0.0.1:8080.`);
  process.exit(2);
}
const agent = new http.Agent({keepAlive: true, maxSockets: clients + 32});

function send(method, path, {body, headers = {}} = {}) {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const all = body === undefined ? headers : {'Content-Type': 'application/json', ...headers};
    const request = http.request({agent, host: base.hostname, port: base.port, method, path, headers: all}, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode,
          etag: answer.headers.etag,
          ms: performance.now() - begin,
          text: Buffer.concat(parts).toString(),
        }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

const problem = readFileSync(new URL('../src/test/resources/service/two-lunar-days.json', import.meta.url), 'utf8');
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function solved() {
  const {text} = await send('POST', '/api/v1/schedules', {body: problem.replace('PT3S', 'PT0.5S')});
  const id = JSON.parse(text).id;
  for (;;) {
    const status = JSON.parse((await send('GET', `/api/v1/schedules/${id}/status`)).text);
    if (status.finishedAt) return id;
    await pause(100);
  }
}

const schedules = [];
for (let i = 0; i < 10; i++) schedules.push(await solved());
const long = [];
for (let i = 0; i < 20; i++) {
  long.push(JSON.parse((await send('POST', '/api/v1/schedules', {body: problem.replace('PT3S', 'PT2M')})).text).id);
}

const times = {read: [], edit: []};
const statuses = new Map();
let failed = 0;
const end = performance.now() + seconds * 1000;

function count(kind, answer) {
  times[kind].push(answer.ms);
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  if (answer.status >= 500) failed++;
}

async function client(number) {
  const path = `/api/v1/schedules/${schedules[number % schedules.length]}`;
  await pause((number / clients) * 1000);
  while (performance.now() < end) {
    const whole = await send('GET', path);
    count('read', whole);
    const tracks = JSON.parse(whole.text).schedule.tracks;
    const track = tracks[number % tracks.length];
    const edit = await send('PATCH', `${path}/passes/${encodeURIComponent(track.id)}`, {
      headers: {'If-Match': whole.etag},
      body: JSON.stringify({pinned: !track.pinned}),
    });
    // 412 is an answer too: somebody else was faster, and nothing was lost.
    count('edit', edit);
    count('read', await send('GET', '/api/v1/schedules'));
    count('read', await send('GET', `/api/v1/schedules/${long[0]}/status`));
    await pause(2000);
  }
}

await Promise.all(Array.from({length: clients}, (_, number) => client(number)));
for (const id of long) await send('POST', `/api/v1/schedules/${id}/terminate`);
agent.destroy();

const at = (list, part) => list.sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))].toFixed(0);
for (const kind of ['read', 'edit']) {
  console.log(`${kind}: ${times[kind].length} requests, median ${at(times[kind], 0.5)} ms, p99 ${at(times[kind], 0.99)} ms`);
}
console.log(`${clients} clients, ${seconds} s; answers by status: ${[...statuses].map(([s, n]) => `${s}: ${n}`).join(', ')}; 5xx: ${failed}`);
process.exit(failed > 0 ? 1 : 0);
