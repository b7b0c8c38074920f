import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Relative, so that the page also works below a path prefix of a reverse proxy.
  base: './',
  plugins: [svelte(), svelteTesting({ autoCleanup: false })],
  build: { target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 450 },
  server: {
    proxy: { '/api': { target: process.env.YEOJU_API ?? 'http://localhost:8080', changeOrigin: false } },
  },
  test: {
    // Component tests ask for a document by a comment at their top; the others start faster without.
    environment: 'node',
    include: ['src/**/*.test.ts'],
  },
});
