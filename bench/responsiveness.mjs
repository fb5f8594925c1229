// How the page answers while it trains: first step, strokes, long tasks, frames. `npm run bench:responsiveness`
// Runs the production build in Chromium with every panel visible. Keep the machine otherwise quiet.
import { spawn } from 'node:child_process';
import { chromium } from 'playwright';
import { findChromium } from '../scripts/chromium.mjs';
import { store } from './browser.mjs';

const port = 4371;
const minute = 60_000;

/** @param {number[]} values @param {number} share in [0, 1] */
function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** @param {import('playwright').Page} page */
async function millisecondsToFirstStep(page) {
  await page.goto(`http://localhost:${port}/`, { waitUntil: 'commit' });
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const button = () =>
      [...document.querySelectorAll('button')].find((b) => b.textContent.includes('Train'));
    const step = () =>
      Number(document.querySelector('output[aria-label="Step"]')?.getAttribute('data-value'));
    while (!button() || button()?.disabled) await frame();
    button()?.click();
    while (!(step() > 0)) await frame();
    return performance.now();
  });
}

/** Draws strokes for a while and returns the ms from ink to answer, as the page measured them. @param {import('playwright').Page} page */
async function strokeLatencies(page) {
  const pad = page.getByRole('img', { name: 'Drawing', exact: true });
  const box = await pad.boundingBox();
  if (!box) throw new Error('there is no drawing pad');
  await page.evaluate(() => performance.clearMeasures('drawing'));
  for (let stroke = 0; stroke < 5; stroke++) {
    if (stroke > 0) await page.getByRole('button', { name: 'Clear drawing' }).click();
    for (let i = 0; i <= 30; i++) {
      const angle = (i / 30) * 2 * Math.PI + stroke;
      const x = box.x + box.width * (0.5 + 0.25 * Math.cos(angle));
      const y = box.y + box.height * (0.5 + 0.3 * Math.sin(angle * 2));
      await page.mouse.move(x, y);
      if (i === 0) await page.mouse.down();
      await page.waitForTimeout(16);
    }
    await page.mouse.up();
  }
  return page.evaluate(() => performance.getEntriesByName('drawing').map(({ duration }) => duration));
}

/** Long tasks and frames of the page's thread while it trains. @param {import('playwright').Page} page @param {number} forMs */
async function watchThread(page, forMs) {
  return page.evaluate(async (ms) => {
    /** @type {number[]} */
    const tasks = [];
    const observer = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map((e) => e.duration)),
    );
    observer.observe({ type: 'longtask' });
    let frames = 0;
    const started = performance.now();
    while (performance.now() - started < ms) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      frames++;
    }
    observer.disconnect();
    return {
      tasksOver50Ms: tasks.length,
      longestTaskMs: Math.max(0, ...tasks),
      framesPerSecond: (1000 * frames) / ms,
    };
  }, forMs);
}

const server = spawn(process.execPath, ['scripts/start.mjs', '--port', String(port)], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise((resolve) => {
  server.stdout.on('data', (text) => {
    if (String(text).includes(`:${port}/`)) resolve(undefined);
  });
});
const executablePath = await findChromium();
// A browser without a graphics card: it puts the page together on the processor. (With the tests' flags it would do so
// through SwiftShader, which nobody's browser does, at 7 frames a second.)
const args = ['--no-sandbox', '--disable-gpu'];
const browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
try {
  const firstSteps = [];
  for (let run = 0; run < 5; run++) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    firstSteps.push(await millisecondsToFirstStep(page));
    await page.close();
  }
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await millisecondsToFirstStep(page);
  await page.waitForTimeout(5000);
  const thread = await watchThread(page, minute);
  const strokes = await strokeLatencies(page);
  const results = {
    firstStepMs: { median: Math.round(percentile(firstSteps, 0.5)), all: firstSteps.map(Math.round) },
    strokeToReconstructionMs: {
      count: strokes.length,
      median: Math.round(percentile(strokes, 0.5)),
      percentile95: Math.round(percentile(strokes, 0.95)),
    },
    minuteOfTraining: thread,
  };
  console.log(JSON.stringify(results, null, 2));
  store('responsiveness', 'npm run bench:responsiveness', browser.version(), results);
} finally {
  await browser.close();
  server.kill();
}
