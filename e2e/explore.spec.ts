// PCA beside the network, and the latent space.
import { distance, isBlank } from './pixels';
import { expect, test } from './story';

const quick = 'v=1&hidden=24&codeSize=4&batchSize=64';

test('the PCA images and MSE follow the bottleneck at once, before the network has responded', async ({
  page,
  playground,
}) => {
  await playground.openReady(quick);
  await playground.until('PCA test MSE', (mse) => mse > 0, 'is there');
  const at4 = await playground.value('PCA test MSE');
  // 21.06 / 784 at 16 components, 37.56 / 784 at 4.
  expect(at4).toBeCloseTo(0.0479, 3);
  const before = await playground.pixels('PCA');
  expect({ width: before.width, height: before.height }).toEqual({ width: 280, height: 28 });
  await playground.slider('Bottleneck size').focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight');
  const size = Number(await playground.slider('Bottleneck size').inputValue());
  expect(size).toBeGreaterThan(4);
  expect(await playground.value('PCA test MSE')).toBeLessThan(at4);
  await expect.poll(async () => distance(await playground.pixels('PCA'), before)).toBeGreaterThan(0.001);
});

test('hovering the map decodes the point under the pointer, and a selection feeds the arithmetic', async ({
  page,
  playground,
}) => {
  test.slow();
  await playground.openReady(quick);
  await playground.train.click();
  await playground.until('Step', (step) => step > 60, 'grows');
  await page.getByRole('link', { name: 'Explore' }).click();
  // Train and Explore share one run, which continues.
  await expect(playground.pause).toBeVisible();
  await playground.pause.click();
  const map = playground.picture('Map of the codes');
  await expect(map).toBeVisible({ timeout: 30_000 });
  await map.hover({ force: true });
  await expect(playground.picture('Decoded point')).toBeVisible();
  expect(isBlank(await playground.pixels('Decoded point'))).toBe(false);

  await page.getByRole('tab', { name: 'Arithmetic' }).click();
  await playground.choice('A').selectOption({ label: 'all of class 7' });
  await playground.choice('C').selectOption({ label: 'all of class 1' });
  await expect(playground.picture('Result of the arithmetic')).toBeVisible();
  expect(isBlank(await playground.pixels('Result of the arithmetic'))).toBe(false);

  await page.getByRole('tab', { name: 'Interpolation' }).click();
  await expect(playground.picture('Straight path in code')).toBeVisible();
  const path = await playground.pixels('Straight path in code');
  expect({ width: path.width, height: path.height }).toEqual({ width: 308, height: 28 });

  await page.getByRole('tab', { name: 'Sliders' }).click();
  await expect(playground.picture('Decoded code')).toBeVisible();
  const decoded = await playground.pixels('Decoded code');
  await playground.slider('Unit 1').focus();
  for (let press = 0; press < 10; press++) await page.keyboard.press('PageUp');
  await expect
    .poll(async () => distance(await playground.pixels('Decoded code'), decoded))
    .toBeGreaterThan(0.001);

  await page.getByRole('tab', { name: 'Generate' }).click();
  await expect(playground.picture('Training image nearest to sample 12, number 2')).toBeVisible({
    timeout: 60_000,
  });
});

test('with 345 classes the maps stay large, and a class is found by its name', async ({
  page,
  playground,
}) => {
  await playground.openReady(`${quick}&dataset=quickdraw`);
  await page.getByRole('link', { name: 'Explore' }).click();
  const map = playground.picture('Map of the codes');
  await expect(map).toBeVisible({ timeout: 60_000 });
  await expect.poll(async () => (await map.boundingBox())?.height).toBeGreaterThan(250);
  await page.getByRole('searchbox', { name: 'Find a class' }).fill('zebra');
  await page.getByRole('button', { name: 'Select class zebra' }).click();
  await expect(page.getByText('20 images')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  const list = page.getByRole('list', { name: 'Classes', exact: true });
  await page.getByRole('searchbox', { name: 'Find a class' }).fill('');
  await expect.poll(async () => (await list.boundingBox())?.height).toBeLessThan(200);
});
