// Costs of a training step besides time (programs on WebGL, dispatches on WebGPU, uploads, memory), and the growth of its time.
// `npm run bench:engine`; with `--counts` only the programs, dispatches and uploads of a step, beside the rest as stored.
import { readFileSync } from 'node:fs';
import { store, withBenchPage } from './browser.mjs';
import { median, round } from './numbers.mjs';

/** @typedef {import('../src/core/experiment/experiment').ExperimentPatch} ExperimentPatch */
/** @typedef {import('playwright').Page} Page */
/** @typedef {{ name: string, patch: ExperimentPatch, images: number }} Variant */

/** @typedef {import('./page/networks').NetworkId} NetworkId */

const reference = /** @type {const} */ ({ network: 'reference', images: 6000, threads: 2 });
/** Other networks whose programs on the GPU are counted. */
const others = /** @type {const} */ (['convolutional', 'vae', 'sparse']);
const subjects = /** @type {const} */ (['ours', 'tfjs-fit']);
const images = 6000;

/** @type {Record<string, { variants: Variant[], steps: number }>} */
const families = {
  batch: {
    steps: 8,
    variants: [32, 64, 128, 256, 512, 1024].map((batchSize) => ({
      name: `batch ${batchSize}`,
      patch: { batchSize },
      images,
    })),
  },
  width: {
    steps: 8,
    variants: [1, 2, 4].map((times) => ({
      name: `width x ${times}`,
      patch: { hidden: [256 * times, 64 * times] },
      images,
    })),
  },
  code: {
    steps: 16,
    variants: [2, 8, 16, 32, 64, 128].map((codeSize) => ({
      name: `code ${codeSize}`,
      patch: { codeSize },
      images,
    })),
  },
  'data set': {
    steps: 16,
    variants: [6000, 12_000, 30_000, 60_000].map((count) => ({
      name: `${count} images`,
      patch: {},
      images: count,
    })),
  },
};
const rounds = 25;

await withBenchPage(async (page) => {
  await page.waitForFunction(() => 'engineCosts' in window);
  const perStep = [];
  for (const backend of /** @type {const} */ (['webgl', 'webgpu', 'wasm'])) {
    for (const subject of subjects) perStep.push(await countsPerStep(page, subject, backend, 'reference'));
  }
  for (const backend of /** @type {const} */ (['webgl', 'webgpu'])) {
    for (const network of others) perStep.push(await countsPerStep(page, 'ours', backend, network));
  }
  console.table(perStep);
  if (process.argv.includes('--counts')) {
    storeCounts(page, perStep);
    return;
  }
  const memory = [await measureMemory(page, 'wasm', 2000), await measureMemory(page, 'webgl', 30)];
  console.log(memory);
  const growth = await growthOfStepTime(page);
  store('engine-costs', 'npm run bench:engine', page.context().browser()?.version() ?? '', {
    perStep,
    memory,
    growth,
  });
}, 'bench/page/engine-costs.html');

/**
 * Stores counts with the other costs as they were stored before, and the day those are from.
 *
 * @param {Page} page
 * @param {unknown[]} perStep
 */
function storeCounts(page, perStep) {
  const file = new URL('./results/engine-costs.json', import.meta.url);
  const { date, results } =
    /** @type {{ date: string, results: { restFrom?: string, memory: unknown, growth: unknown } }} */ (
      JSON.parse(readFileSync(file, 'utf8'))
    );
  const { restFrom = date, memory, growth } = results;
  const command = 'node bench/engine-costs.mjs --counts';
  store('engine-costs', command, page.context().browser()?.version() ?? '', {
    perStep,
    restFrom,
    memory,
    growth,
  });
}

/**
 * Counts for a step of a network, after the first steps. Ours reads its losses after each step, as the engine does
 * when a step takes 40 ms or more; `fit` reads once, at its end.
 *
 * @param {Page} page
 * @param {typeof subjects[number]} subject
 * @param {'webgl' | 'webgpu' | 'wasm'} backend
 * @param {NetworkId} network
 */
async function countsPerStep(page, subject, backend, network) {
  await page.evaluate(
    ([kind, job]) => window.engineCosts.open(kind, job),
    /** @type {const} */ ([subject, { ...reference, network, backend }]),
  );
  const steps = 10;
  await page.evaluate(() => window.engineCosts.steps(4));
  await page.evaluate(() => window.engineCosts.take());
  if (subject === 'ours') {
    for (let i = 0; i < steps; i++) await page.evaluate(() => window.engineCosts.steps(1));
  } else {
    await page.evaluate((count) => window.engineCosts.steps(count), steps);
  }
  const counts = await page.evaluate(() => window.engineCosts.take());
  await page.evaluate(() => window.engineCosts.close());
  return {
    network,
    backend,
    subject,
    draws: round(counts.draws / steps),
    dispatches: round(counts.dispatches / steps),
    reads: round(counts.reads / steps),
    uploadedBytes: round(counts.uploadedBytes / steps),
    uniformBytes: round(counts.uniformBytes / steps),
  };
}

/**
 * Tensors and memory held before and after many steps.
 *
 * @param {Page} page
 * @param {'webgl' | 'wasm'} backend
 * @param {number} steps
 */
async function measureMemory(page, backend, steps) {
  await page.evaluate((job) => window.engineCosts.open('ours', job), { ...reference, backend });
  const look = () =>
    page.evaluate(async () => ({
      ...(await window.engineCosts.held()),
      heapBytes: await window.engineCosts.heapBytes(),
    }));
  await page.evaluate((warmUp) => window.engineCosts.steps(warmUp), backend === 'wasm' ? 100 : 4);
  const before = await look();
  await page.evaluate((count) => window.engineCosts.steps(count), steps);
  const after = await look();
  await page.evaluate(() => window.engineCosts.close());
  return { backend, steps, before, after };
}

/**
 * Median step times; the variants of a family take turns.
 *
 * @param {Page} page
 */
async function growthOfStepTime(page) {
  await page.evaluate(() => window.engineCosts.openGrowth());
  const backend = await page.evaluate(() => window.growth.start());
  /** @type {Record<string, { name: string, msPerStep: number, fewestMsPerStep: number, toFirst: number }[]>} */
  const results = {};
  for (const [family, { variants, steps }] of Object.entries(families)) {
    for (const { name, patch, images: count } of variants) {
      await page.evaluate(
        ([as, change, size]) => window.growth.add(as, change, size),
        /** @type {const} */ ([name, patch, count]),
      );
    }
    /** @type {Map<string, number[]>} */
    const times = new Map(variants.map(({ name }) => [name, []]));
    for (let turn = -2; turn < rounds; turn++) {
      for (const [name, measured] of times) {
        const ms = await page.evaluate(
          ([of, count]) => window.growth.time(of, count),
          /** @type {const} */ ([name, steps]),
        );
        // the first turns are warm-up
        if (turn >= 0) measured.push(ms / steps);
      }
    }
    await page.evaluate(() => window.growth.removeAll());
    const first = median([...times.values()][0] ?? []);
    results[family] = [...times].map(([name, measured]) => ({
      name,
      msPerStep: round(median(measured)),
      fewestMsPerStep: round(Math.min(...measured)),
      toFirst: round(median(measured) / first),
    }));
    console.table(results[family]);
  }
  return { backend, rounds, ...results };
}
