import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['e2e/**/*.spec.mjs'],
    // One server and one browser: the files run one after the other.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What the page asks the server for takes longer on a busy machine than the second that is the default.
    expect: { poll: { timeout: 10_000 } },
  },
});
