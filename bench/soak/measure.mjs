// What a sitting has cost so far, always in the same state of the page: the default network, trained for a moment, then reset.
import { readFileSync } from 'node:fs';
import { openWorkspace, pauseTraining, trainFor } from './acts.mjs';

/** @typedef {import('playwright').Page} Page */

const trainMs = 6000;

/** @param {Page} page */
export async function measure(page) {
  // Not a reload: that would free what the sitting has kept. The address alone takes the experiment back to the defaults.
  await pauseTraining(page);
  // With the same fragment: another one is taken for another workspace, which keeps the experiment.
  await page.evaluate(() => {
    history.pushState(null, '', `${location.pathname}?v=1${location.hash}`);
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await openWorkspace(page, 'Train');
  await page
    .getByRole('button', { name: 'Reset', exact: true })
    .and(page.locator(':enabled'))
    .click({ timeout: 30_000 });
  await page.waitForTimeout(1000);
  const dataset = await page.getByRole('combobox', { name: 'Data set', exact: true }).inputValue();
  if (dataset !== 'mnist') throw new Error(`The page stands at ${dataset} instead of its defaults.`);
  const step = async () =>
    Number(await page.getByRole('status', { name: 'Step', exact: true }).getAttribute('data-value'));
  await trainFor(page, 2000);
  const [fromStep, fromMs] = [await step(), performance.now()];
  await page.waitForTimeout(trainMs);
  const samplesPerSecond = ((await step()) - fromStep) * 128 * (1000 / (performance.now() - fromMs));
  await pauseTraining(page);
  await page.waitForTimeout(2000);
  return {
    samplesPerSecond: Math.round(samplesPerSecond),
    ...(await heap(page)),
    tensors: await tensors(page),
    workers: page.workers().map(workerName).sort(),
    elements: await page.evaluate(() => document.getElementsByTagName('*').length),
    ...(await wholeMemory(page)),
  };
}

/** What a worker's script is called in the build, without its hash. @param {import('playwright').Worker} worker */
function workerName(worker) {
  const { pathname } = new URL(worker.url());
  return pathname.slice(pathname.lastIndexOf('/') + 1).replace(/-[^-]{8}\.js$/, '');
}

/** The page's own heap after a collection, in MB. @param {Page} page */
async function heap(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { pageHeapMb: megabytes(usedSize), nodes, listeners: jsEventListeners };
}

/** Live tensors in each worker that has tfjs. The kernels' threads stand still while they wait, and answer nothing. @param {Page} page */
async function tensors(page) {
  const counts = await Promise.all(
    page
      .workers()
      .filter((worker) => !worker.url().includes('kernel-thread'))
      .map((worker) =>
        worker
          .evaluate(() => {
            const { _tfengine: engine } =
              /** @type {{ _tfengine?: { memory(): { numTensors: number } } }} */ (globalThis);
            return engine ? engine.memory().numTensors : null;
          })
          .catch(() => null),
      ),
  );
  return counts.filter((count) => count !== null);
}

/**
 * What the page's process and all its workers hold, in MB, where the system tells (Linux). The browser's own measure of it waits for
 * the kernels' threads, which answer nothing.
 *
 * @param {Page} page
 */
async function wholeMemory(page) {
  const session = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  await session?.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  try {
    const sizes = renderers.map(({ id }) => {
      const held = /RssAnon:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
      return Number(held) * 1024;
    });
    return { processMb: megabytes(Math.max(...sizes)) };
  } catch {
    return {};
  }
}

const megabytes = (/** @type {number} */ bytes) => Math.round(bytes / 1e5) / 10;
