// The engine dies during a run: the page starts another one from a checkpoint and says so.
import { keepContext, loseContext, startWorkersWith } from './browser-faults';
import { tinyNetwork, type Playground } from './playground';
import { expect, test } from './story';

/** Trains until the page has a checkpoint: the engine sends one after the first steps it reports. */
async function trainPastCheckpoint(playground: Playground): Promise<number> {
  const step = await playground.trainedBeyond(await playground.value('Step'));
  return playground.trainedBeyond(step);
}

/** Reads the restart step from the notice, and dismisses it. */
async function restartStep(playground: Playground, notice: RegExp): Promise<number> {
  const shown = playground.notice(notice);
  await expect(shown).toBeVisible({ timeout: 60_000 });
  const [, step = ''] = /from step ([\d,]+)/.exec((await shown.textContent()) ?? '') ?? [];
  await shown.getByRole('button', { name: 'Dismiss' }).click();
  await expect(shown).toBeHidden();
  return Number(step.replaceAll(',', ''));
}

async function killWorker(playground: Playground): Promise<void> {
  const worker = await playground.worker();
  const gone = worker.waitForEvent('close');
  // The worker dies before it can answer.
  await worker.evaluate(() => close()).catch(() => undefined);
  await gone;
}

test('after a lost WebGL context training resumes from the last checkpoint, and the second loss moves it to WASM', async ({
  page,
  playground,
}) => {
  await startWorkersWith(page, keepContext);
  await playground.openReady(tinyNetwork);
  const untrained = await playground.value('Test MSE');
  await playground.choice('Backend').selectOption('webgl');
  await expect(playground.readOut('Backend')).toHaveAttribute('data-value', 'webgl', { timeout: 60_000 });
  await playground.startTraining();
  const before = await trainPastCheckpoint(playground);

  await (await playground.worker()).evaluate(loseContext);
  const from = await restartStep(playground, /graphics card dropped the page and the engine was restarted/);
  expect(from).toBeGreaterThan(0);
  expect(await playground.trainedBeyond(before)).toBeGreaterThan(from);
  await expect(playground.readOut('Backend')).toHaveAttribute('data-value', 'webgl');
  await expect(playground.pause).toBeVisible();
  await trainPastCheckpoint(playground);

  await (await playground.worker()).evaluate(loseContext);
  const again = await restartStep(playground, /again, so it was restarted .* on WebAssembly/);
  expect(again).toBeGreaterThan(from);
  await expect(playground.readOut('Backend')).toHaveAttribute('data-value', 'wasm', { timeout: 60_000 });
  await playground.trainedBeyond(again);
  await playground.stopTraining();
  expect(await playground.value('Test MSE')).toBeLessThan(untrained);
});

test('after a dead worker training resumes from the last checkpoint; after repeated deaths the person decides', async ({
  playground,
}) => {
  await playground.openReady(tinyNetwork);
  const untrained = await playground.value('Test MSE');
  await playground.startTraining();
  await trainPastCheckpoint(playground);

  await killWorker(playground);
  const from = await restartStep(playground, /The engine stopped and was restarted/);
  expect(from).toBeGreaterThan(0);
  await playground.trainedBeyond(from);
  await expect(playground.pause).toBeVisible();
  await playground.until('Test MSE', (mse) => mse < untrained, 'is that of a trained network');

  for (let death = 2; death <= 3; death++) {
    await trainPastCheckpoint(playground);
    await killWorker(playground);
    await restartStep(playground, /The engine stopped and was restarted/);
  }
  await trainPastCheckpoint(playground);
  await killWorker(playground);
  const stopped = playground.notice(/keeps stopping and was not started again/);
  await expect(stopped).toBeVisible({ timeout: 60_000 });
  await expect(playground.readOut('Backend')).toHaveText('stopped');
  const left = await playground.value('Step');
  await stopped.getByRole('button', { name: 'Restart' }).click();
  await expect(stopped).toBeHidden();
  await expect(playground.readOut('Backend')).toContainText('WASM');
  await playground.trainedBeyond(left);
});

test.describe('a worker that fails to load', () => {
  test.use({ expectedNoise: /Failed to load resource/ });

  test('is reported, and Restart tries again', async ({ page, playground }) => {
    const script = /\/assets\/worker-[^/]*\.js$/;
    await page.route(script, (route) => route.abort());
    await playground.open(tinyNetwork);
    const stopped = playground.notice(/keeps stopping and was not started again/);
    await expect(stopped).toBeVisible({ timeout: 60_000 });
    await expect(stopped).toContainText('The worker could not be loaded.');
    await expect(playground.step).toBeDisabled();
    await page.unroute(script);
    await stopped.getByRole('button', { name: 'Restart' }).click();
    await playground.measured(0);
    await playground.startTraining();
  });
});
