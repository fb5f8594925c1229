// Lighthouse on the built page, as a phone and as a desktop: `npm run bench:lighthouse`. Scores from 0 to 100; the median of three runs.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import lighthouse, { desktopConfig } from 'lighthouse';
import { chromium } from 'playwright';
import { findChromium } from '../scripts/chromium.mjs';
import { store } from './browser.mjs';
import { median } from './numbers.mjs';
import { serveBuild } from './serve-build.mjs';

const [port, debuggingPort] = [4351, 4352];
const server = await serveBuild(port);
const browser = spawn(
  (await findChromium()) ?? chromium.executablePath(),
  [
    ...['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run'],
    ...[`--remote-debugging-port=${debuggingPort}`, 'about:blank'],
  ],
  { stdio: ['ignore', 'ignore', 'pipe'] },
);
try {
  await once(browser.stderr, 'data'); // where it listens
  /** @type {Record<string, Record<string, number>>} */
  const scores = {};
  let version = '';
  for (const [device, config] of /** @type {const} */ ([
    ['phone', undefined],
    ['desktop', desktopConfig],
  ])) {
    /** @type {Record<string, number[]>} */
    const runs = {};
    for (let run = 0; run < 3; run++) {
      const result = await lighthouse(
        `http://localhost:${port}/`,
        { port: debuggingPort, logLevel: 'error' },
        config,
      );
      if (!result) throw new Error('Lighthouse gave no result.');
      version = result.lhr.environment.hostUserAgent;
      for (const { id, score } of Object.values(result.lhr.categories))
        (runs[id] ??= []).push(100 * (score ?? 0));
      if (run === 0)
        for (const audit of Object.values(result.lhr.audits))
          if (audit.score !== null && audit.score < 0.9)
            console.log(device, audit.id, audit.score, audit.displayValue ?? '');
    }
    scores[device] = Object.fromEntries(
      Object.entries(runs).map(([id, all]) => [id, Math.round(median(all))]),
    );
    console.log(device, scores[device]);
  }
  store('lighthouse', 'npm run bench:lighthouse', version, scores);
} finally {
  browser.kill();
  server.kill();
}
