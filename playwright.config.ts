// User stories in a real browser against the production build, one at a time: training wants both cores.
import { defineConfig } from '@playwright/test';
import { findChromium, testFlags } from './scripts/chromium.mjs';

// Another one lets two checkouts run their stories on one machine.
const port = Number(process.env['E2E_PORT'] ?? 4273);
const executablePath = await findChromium();

export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  // Decision 0020.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    // It would install the page anew in every story, and make requests that no story sees; e2e/offline.spec.ts has it.
    serviceWorkers: 'block',
    // A trace with pictures makes every story a third slower; `--trace on` records one.
    screenshot: 'only-on-failure',
    launchOptions: { args: testFlags, ...(executablePath ? { executablePath } : {}) },
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  webServer: {
    command: `node scripts/start.mjs --port ${port}`,
    url: `http://localhost:${port}`,
    // A first build takes a while on a slow machine.
    timeout: 300_000,
    stdout: 'pipe',
  },
});
