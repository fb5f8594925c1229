// From a fresh load to a falling loss: the first screen and the transport buttons.
import { distance, isBlank } from './pixels';
import { tinyNetwork } from './playground';
import { expect, test } from './story';

test('shows the output of the untrained network before anything is pressed', async ({ playground }) => {
  await playground.openReady();
  await expect(playground.train).toBeEnabled();
  for (const name of ['Original', 'Reconstructed', 'Error']) {
    const pixels = await playground.pixels(name);
    expect
      .soft({ name, width: pixels.width, height: pixels.height })
      .toEqual({ name, width: 280, height: 28 });
    expect.soft(isBlank(pixels), `${name} is blank`).toBe(false);
  }
  await expect(playground.picture('Noisy')).toHaveCount(0);
  const map = playground.picture('Map of the codes of the test images');
  await expect(map).toBeVisible();
  await expect
    .poll(async () => isBlank(await playground.pixels('Map of the codes of the test images')))
    .toBe(false);
  await expect(playground.region('Latent space')).toContainText('10,000 test images');
  expect(await playground.value('Step')).toBe(0);
  expect(await playground.value('Epoch')).toBe(0);
  expect(await playground.value('Train loss')).toBeNaN();
  // An untrained network outputs grey, which is far worse than the mean image.
  expect(await playground.value('Test MSE')).toBeGreaterThan(await playground.value('Mean image MSE'));
});

test('trains, pauses, takes a single step and resets to the same start', async ({ playground }) => {
  await playground.openReady();
  const untrained = await playground.value('Test MSE');
  const grey = await playground.pixels('Reconstructed');

  await playground.startTraining();
  const firstLoss = await playground.until('Train loss', Number.isFinite, 'is there');
  await playground.trainedBeyond(60);
  await playground.until('Train loss', (loss) => loss < firstLoss, `falls below ${firstLoss}`);
  await playground.until('Test MSE', (mse) => mse < untrained, `falls below ${untrained}`);
  await playground.until('Epoch', (epoch) => epoch > 0, 'grows');
  await playground.until('Images per second', (speed) => speed > 0, 'is shown');
  await expect(playground.page).toHaveTitle(/^Training/);
  const curves = playground.region('Loss curves').getByRole('img');
  await expect(curves).toHaveAccessibleName(/train \S+ at first, .* at step \d+; test/);
  expect(await curves.locator('path.recharts-line-curve').count()).toBeGreaterThan(0);

  const paused = await playground.stopTraining();
  expect(distance(grey, await playground.pixels('Reconstructed'))).toBeGreaterThan(0.01);
  expect(await playground.value('Images per second')).toBe(0);

  await playground.step.click();
  await playground.measured(paused + 1);
  expect(await playground.value('Step')).toBe(paused + 1);

  await playground.reset.click();
  const again = await playground.measured(0);
  expect(again).toBe(untrained);
  expect(distance(grey, await playground.pixels('Reconstructed'))).toBe(0);
  expect(await playground.value('Epoch')).toBe(0);
  await expect(curves).toHaveAccessibleName(
    /over training steps: test, all 10,000 [\d.]+ at first, [\d.]+ at step 0;/,
  );
  await expect(playground.page).not.toHaveTitle(/^Training/);
});

test('the same seed repeats the same run', async ({ playground }) => {
  await playground.openReady(tinyNetwork);
  const threeSteps = async () => {
    for (let step = 1; step <= 3; step++) {
      await playground.step.click();
      await playground.measured(step);
    }
    return [await playground.value('Train loss'), await playground.value('Test MSE')];
  };
  const first = await threeSteps();
  await playground.reset.click();
  await playground.measured(0);
  expect(await threeSteps()).toEqual(first);
});

test('reaches a test MSE below 0.022 after one epoch of 60,000 images', async ({ playground }) => {
  await playground.openReady();
  await playground.startTraining();
  await playground.until('Epoch', (epoch) => epoch >= 1, 'reaches 1', 110_000);
  await playground.stopTraining();
  expect(await playground.value('Test MSE')).toBeLessThan(0.022);
  await expect(playground.region('Loss curves').getByText('test, all 10,000')).toBeVisible();
});
