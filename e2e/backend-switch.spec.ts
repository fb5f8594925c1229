// Switching the backend moves the run, with its weights.
import { tinyNetwork, type Playground } from './playground';
import { expect, test } from './story';

async function moveTo(playground: Playground, backend: 'webgl' | 'webgpu' | 'wasm' | 'cpu'): Promise<void> {
  await playground.choice('Backend').selectOption(backend);
  const readOut = playground.readOut('Backend');
  await expect(readOut).toHaveAttribute('data-value', backend, { timeout: 60_000 });
  await expect(readOut).toContainText('chosen by you');
  // The badge changes before the run is built there.
  const building = /^(Changing the backend|Reading the data set|Building the network|Warming up)/;
  await expect(playground.page.getByText(building)).toHaveCount(0, { timeout: 60_000 });
}

test('a paused run keeps its weights across WASM, WebGL and plain JavaScript', async ({ playground }) => {
  await playground.openReady(tinyNetwork);
  await playground.startTraining();
  await playground.trainedBeyond(100);
  const step = await playground.stopTraining();
  const onWasm = await playground.value('Test MSE');
  for (const backend of ['webgl', 'cpu', 'wasm'] as const) {
    await moveTo(playground, backend);
    const there = await playground.measured(step);
    expect(Math.abs(there - onWasm), backend).toBeLessThan(1e-4);
    await expect(playground.train).toBeVisible();
  }
});

test('a training run continues from the same step on another backend', async ({ playground }) => {
  await playground.openReady(tinyNetwork);
  const untrained = await playground.value('Test MSE');
  await playground.startTraining();
  await playground.trainedBeyond(100);
  let step = await playground.value('Step');
  for (const backend of ['webgl', 'wasm'] as const) {
    await moveTo(playground, backend);
    expect(await playground.value('Step')).toBeGreaterThanOrEqual(step);
    step = await playground.trainedBeyond(await playground.value('Step'));
    await expect(playground.pause).toBeVisible();
  }
  await playground.stopTraining();
  expect(await playground.value('Test MSE')).toBeLessThan(untrained);
  await expect(playground.notices).toHaveCount(0);
});

test('WebGPU can be chosen where the browser supports it, and its code loads only then', async ({
  page,
  playground,
}) => {
  const hasWebgpu = async () => {
    const { gpu } = navigator as { gpu?: { requestAdapter(): Promise<unknown> } };
    return Boolean(await gpu?.requestAdapter());
  };
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) void response.text().then((text) => scripts.push(text));
  });
  // In software a measurement of 10,000 images takes most of a minute on WebGPU: signals of 40 points are measured in a moment.
  await playground.openReady(`${tinyNetwork}&dataset=mnist1d`);
  test.skip(!(await page.evaluate(hasWebgpu)), 'this browser has no WebGPU adapter');
  await expect(playground.choice('Backend').locator('option[value=webgpu]')).toBeEnabled();
  const isWebgpu = (text: string) => text.includes('@compute') || text.includes('workgroupBarrier');
  expect(scripts.length).toBeGreaterThan(2);
  expect(scripts.filter(isWebgpu)).toEqual([]);
  await moveTo(playground, 'webgpu');
  // tfjs's backend, and our kernels for it.
  await expect.poll(() => scripts.filter(isWebgpu)).toHaveLength(2);
  await playground.startTraining();
  const step = await playground.trainedBeyond(2);
  await moveTo(playground, 'wasm');
  expect(await playground.value('Step')).toBeGreaterThanOrEqual(step);
  await expect(playground.pause).toBeVisible();
  await expect(playground.notices).toHaveCount(0);
});
