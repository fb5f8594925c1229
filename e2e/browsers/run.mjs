// `npm run test:browsers`: the smoke story in Firefox and WebKit. `-- firefox` or `-- webkit` runs one of them. A browser that
// is missing and cannot be installed is skipped with a message.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAppIfChanged } from '../../scripts/build-app.mjs';
import { projectRoot, runIfProgram } from '../../scripts/project.mjs';
import { setUp } from '../../scripts/set-up.mjs';
import { openFirefox } from './firefox.mjs';
import { story } from './story.mjs';
import { openWebkit } from './webkit.mjs';

/** @typedef {{ passed: number, failed: number, failures: { name: string, message: string }[] }} Results */

/** Browsers by command-line name, with the number of story parts that each one runs. */
const browsers = [
  { name: 'firefox', open: () => openFirefox(), parts: Infinity },
  {
    name: 'firefox',
    // Blocks all site data: storage, locks, databases and caches throw.
    open: () => openFirefox(' with site data blocked', { 'network.cookie.cookieBehavior': 2 }),
    parts: 2,
  },
  {
    name: 'firefox',
    // What is read back from a canvas is not what was drawn on it, and clocks are coarse.
    open: () => openFirefox(' resisting fingerprinting', { 'privacy.resistFingerprinting': true }),
    parts: 4,
  },
  { name: 'webkit', open: openWebkit, parts: Infinity },
];
const port = 4572;

await runIfProgram(import.meta.url, async () => {
  const requested = process.argv.slice(2);
  await setUp();
  await buildAppIfChanged();
  const { preview } = await import('vite');
  const server = await preview({ root: projectRoot, logLevel: 'warn', preview: { port, host: '127.0.0.1' } });
  /** @type {Results} */
  const results = { passed: 0, failed: 0, failures: [] };
  for (const { name, open, parts } of browsers) {
    if (requested.length > 0 && !requested.includes(name)) continue;
    const browser = await open();
    if (browser === null) {
      console.log(`${name}: skipped, because it is not installed and cannot be installed here`);
      continue;
    }
    await runStory(browser, parts, results);
    await browser.close();
  }
  await server.close();
  const folder = join(projectRoot, '.cache', 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'browsers.json'), JSON.stringify(results));
  if (results.failed > 0) process.exitCode = 1;
});

/**
 * Runs the story. Each part depends on the earlier ones, so the first failure ends it.
 *
 * @param {import('./driven').DrivenBrowser} browser
 * @param {number} parts
 * @param {Results} results
 */
async function runStory(browser, parts, results) {
  for (const [part, act] of story(browser, `http://127.0.0.1:${port}/`).slice(0, parts)) {
    try {
      await act();
      results.passed++;
      console.log(`ok      ${browser.name}: ${part}`);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      results.failed++;
      results.failures.push({ name: `${browser.name}: ${part}`, message });
      console.log(`FAILED  ${browser.name}: ${part}\n        ${message}`);
      return;
    }
  }
}
