// Two projects: `node` for pure functions and scripts, `browser` for what needs WebAssembly, WebGL, workers or the DOM
// of a real Chromium (`*.browser.test.ts`, `*.browser.test.tsx`).
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { wordsInCode } from './scripts/language/words-in-code.mjs';
import { findChromium, testFlags } from './scripts/chromium.mjs';

const executablePath = await findChromium();

/** In watch mode files change during a run. */
let isWatching = false;

/**
 * No file changes during a run without watching, and each begins with an empty cache: modules are fetched once, not asked for again by
 * every test file that imports them.
 */
const modulesAreKept: Plugin = {
  name: 'modules-are-kept',
  configureVitest({ vitest }) {
    isWatching = vitest.config.watch;
  },
  configureServer({ middlewares }) {
    middlewares.use((_, response, next) => {
      const setHeader = response.setHeader.bind(response);
      response.setHeader = (name, value) =>
        setHeader(
          name,
          name === 'Cache-Control' && value === 'no-cache' && !isWatching ? 'max-age=3600' : value,
        );
      next();
    });
  },
};

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [wordsInCode()],
        test: {
          name: 'node',
          maxWorkers: 2,
          // Loading the same modules anew for each of 400 files took longer than the tests: none leaves anything behind.
          isolate: false,
          include: ['src/**/*.test.{ts,tsx}', '{scripts,bench}/**/*.test.mjs'],
          exclude: ['**/*.browser.test.*'],
          // Some search whole data sets: on a busy machine that takes more than the five seconds of the default.
          testTimeout: 60_000,
        },
      },
      {
        extends: './vite.config.ts',
        plugins: [modulesAreKept],
        test: {
          name: 'browser',
          // The default leaves one of two cores idle: most tests keep one core busy.
          maxWorkers: 2,
          include: ['src/**/*.browser.test.{ts,tsx}'],
          // SwiftShader on two cores: a first compile of shaders alone takes seconds.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Decision 0020.
          retry: process.env['CI'] ? 1 : 0,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: testFlags, ...(executablePath ? { executablePath } : {}) },
              // As large as any test makes its page: Vitest shrinks one that is larger, and then clicks miss.
              contextOptions: { viewport: { width: 1440, height: 1800 } },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
