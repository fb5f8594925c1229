// Noise is turned on, changed and turned off; the page measures what the network makes of it.
import { distance, isBlank } from './pixels';
import type { Playground } from './playground';
import { expect, test } from './story';

const measureNoise = async (playground: Playground) =>
  distance(await playground.pixels('Noisy'), await playground.pixels('Original'));

test('Denoising turns noise on, its level changes the noisy images at once, and None removes them', async ({
  playground,
}) => {
  await playground.openReady('v=1&hidden=48');
  await expect(playground.slider('Noise level')).toHaveCount(0);
  expect(await playground.value('Input MSE')).toBe(0);

  await playground.family('Denoising').check();
  await expect(playground.choice('Noise')).toHaveValue('gaussian');
  await expect(playground.picture('Noisy')).toBeVisible();
  const noisy = await playground.pixels('Noisy');
  expect({ width: noisy.width, height: noisy.height }).toEqual({ width: 280, height: 28 });
  expect(isBlank(noisy)).toBe(false);
  const half = await measureNoise(playground);
  expect(half).toBeGreaterThan(0.01);
  const inputMse = await playground.until('Input MSE', (mse) => mse > 0, 'is that of the noise');
  await expect(playground.region('Reconstructions')).toContainText(
    /All 10,000: noisy 0\.\d+ · network 0\.\d+ .*· median 0\.\d+/,
  );
  expect(await playground.value('Median filter MSE')).toBeGreaterThan(0);

  // Nothing trains here: the images change because the noise does.
  const level = playground.slider('Noise level');
  await level.press('End');
  await expect(level).toHaveValue('1');
  await expect.poll(() => measureNoise(playground)).toBeGreaterThan(half * 1.5);
  await playground.until('Input MSE', (mse) => mse > inputMse, `grows beyond ${inputMse}`);
  await level.press('Home');
  await expect.poll(() => measureNoise(playground)).toBe(0);
  await playground.until('Input MSE', (mse) => mse === 0, 'is 0 at level 0');
  await expect(playground.region('Reconstructions')).toContainText('noisy 0 · network 0.');
  expect(await playground.value('Step')).toBe(0);

  await level.press('PageUp');
  await expect.poll(() => measureNoise(playground)).toBeGreaterThan(0);
  await playground.choice('Noise').selectOption('none');
  await expect(playground.picture('Noisy')).toHaveCount(0);
  await expect(playground.family('Undercomplete')).toBeChecked();
  await expect(playground.readOut('Median filter MSE')).toHaveCount(0);
  await playground.until('Input MSE', (mse) => mse === 0, 'is 0 without noise');
});

test('every kind of noise can be selected during training', async ({ playground }) => {
  await playground.openReady('v=1&hidden=48');
  await playground.startTraining();
  for (const kind of ['gaussian', 'saltPepper', 'masking', 'block']) {
    await playground.choice('Noise').selectOption(kind);
    await expect(playground.picture('Noisy')).toBeVisible();
    const step = await playground.value('Step');
    await expect.poll(() => measureNoise(playground), { message: kind }).toBeGreaterThan(0.005);
    await playground.trainedBeyond(step);
  }
});

test('after two epochs of denoising the output is three times closer to the clean images than the input, and beats the median filter', async ({
  playground,
}) => {
  await playground.openReady('v=1&noise=gaussian&hidden=64');
  await playground.startTraining();
  await playground.until('Epoch', (epoch) => epoch >= 2, 'reaches 2', 110_000);
  await playground.stopTraining();
  const reconstructed = await playground.value('Test MSE');
  expect(reconstructed).toBeLessThan((await playground.value('Input MSE')) / 3);
  expect(reconstructed).toBeLessThan(await playground.value('Median filter MSE'));
});
