// Builds, checks or browser-tests the page; Maven calls this file with the system's Node.
//
//   node frontend/build.mjs          npm ci when needed, vite build when sources are newer than dist/
//   node frontend/build.mjs check    npm ci when needed, then generated types, svelte-check, ESLint, Prettier and Vitest
//   node frontend/build.mjs e2e      browser tests against the server at YEOJU_URL, skipped without Chromium
//
// It uses only Node itself, so that it can say what is missing before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const MINIMUM_NODE = [20, 19];
const SOURCES = [
  'index.html',
  'src',
  'public',
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'tsconfig.json',
  'vite.config.ts',
];

function fail(message) {
  console.error(`frontend: ${message}`);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [wantMajor, wantMinor] = MINIMUM_NODE;
  if (major < wantMajor || (major === wantMajor && minor < wantMinor)) {
    fail(
      `Node ${wantMajor}.${wantMinor} or newer is needed to build the page, this is Node (${process.versions.node}). ` +
        'Maybe install a newer one from https://nodejs.org or your system, and put it first on the PATH.',
    );
  }
}

function run(command, args, hint) {
  const windows = process.platform === 'win32';
  const result = spawnSync(command, args, {
    cwd: HERE,
    stdio: 'inherit',
    shell: windows && command === 'npm',
  });
  if (result.error?.code === 'ENOENT') {
    fail(`(${command}) was not found. Maybe install it: it comes with Node.`);
  }
  if (result.error) {
    fail(`(${command} ${args.join(' ')}) could not be started: ${result.error.message}`);
  }
  if (result.status !== 0) {
    fail(`(${command} ${args.join(' ')}) failed with exit code ${result.status ?? result.signal}. ${hint}`);
  }
}

/** The newest modification time below a path, directories included so that a deleted file counts; 0 if absent. */
function newest(path) {
  if (!existsSync(path)) {
    return 0;
  }
  const stat = statSync(path);
  if (!stat.isDirectory()) {
    return stat.mtimeMs;
  }
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

function installPackages() {
  const installed = newest(join(HERE, 'node_modules', '.package-lock.json'));
  if (installed >= newest(join(HERE, 'package-lock.json'))) {
    return false;
  }
  run(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    'Maybe the npm registry cannot be reached, or package.json and package-lock.json disagree.',
  );
  return true;
}

function build() {
  const installed = installPackages();
  const sources = Math.max(...SOURCES.map((name) => newest(join(HERE, name))));
  const stale = newest(join(HERE, 'dist', 'index.html')) < sources;
  if (stale) {
    run(
      process.execPath,
      [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
      'The messages above name the file and the line.',
    );
  }
  const packages = installed ? 'packages installed' : 'packages up to date';
  console.log(`frontend: ${packages}, ${stale ? 'page built into frontend/dist' : 'page up to date'}`);
}

function check() {
  const installed = installPackages();
  run('npm', ['run', '--silent', 'check'], 'The messages above name the file and the line.');
  console.log(`frontend: ${installed ? 'packages installed, ' : ''}types, lint, format and unit tests pass`);
}

async function endToEnd() {
  if (!process.env.YEOJU_URL) {
    fail('YEOJU_URL is not set. Maybe start the server and set it, for example to http://localhost:8080.');
  }
  installPackages();
  const { findChromium, CHROMIUM_PLACES } = await import('./e2e/chromium.mjs');
  if (!findChromium()) {
    const message = `no Chromium found (${CHROMIUM_PLACES.join(', ')}). Maybe install it or set CHROMIUM to its path.`;
    if (process.env.CI === 'true') {
      fail(`browser tests cannot run: ${message}`);
    }
    console.log(`frontend: browser tests skipped: ${message}`);
    return;
  }
  run(
    process.execPath,
    [join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--config', 'vitest.e2e.config.mjs'],
    'A browser test failed; the messages above say which.',
  );
  console.log('frontend: browser tests pass');
}

const TASKS = { build, check, e2e: endToEnd };
const task = process.argv[2] ?? 'build';
if (!Object.hasOwn(TASKS, task)) {
  fail(`unknown task (${task}). Maybe one of ${Object.keys(TASKS).join(', ')}.`);
}
checkNode();
await TASKS[task]();
