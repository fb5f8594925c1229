// Hovering, clicking and choosing: other images, a point on the map, another data set, another objective.
import { distance, isBlank, isColoured } from './pixels';
import { tinyNetwork } from './playground';
import { expect, test } from './story';

const map = 'Map of the codes of the test images';

test('Others shows ten new test images, again one of each class; the network opens for one of them, and a unit in it', async ({
  page,
  playground,
}) => {
  await playground.openReady(tinyNetwork);
  const before = await playground.pixels('Original');
  await playground.button('Others').click();
  await expect.poll(async () => distance(await playground.pixels('Original'), before)).toBeGreaterThan(0.01);
  const picks = playground
    .region('Reconstructions')
    .getByRole('button', { name: /^Show test image \d+, \d, in the diagram$/ });
  const names = await picks.evaluateAll((buttons) => buttons.map((button) => button.ariaLabel ?? ''));
  const digits = names.map((name) => /, (\d),/.exec(name)?.[1]);
  expect(digits.sort()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);

  // Clicking a column sends that image through the diagram.
  const first = await playground.pixels('Input image');
  await picks.nth(6).click();
  await expect(picks.nth(6)).toHaveAttribute('aria-pressed', 'true');
  await expect
    .poll(async () => distance(await playground.pixels('Input image'), first))
    .toBeGreaterThan(0.01);
  const shown = await playground.pixels('Input image');

  await page.keyboard.press('n');
  await expect.poll(async () => distance(await playground.pixels('Input'), shown)).toBe(0);
  await page.getByRole('listbox', { name: /^Encoder 1, 8 units/ }).press('Enter');
  await expect(page).toHaveURL(/#train\/network\/1\/1$/);
  await expect(page.getByText('over all 10,000 test images')).toBeVisible();
  await expect
    .poll(async () => isBlank(await playground.pixels('The images that excite it most')))
    .toBe(false);
  const turned = async () =>
    distance(await playground.pixels('Output with this unit changed'), await playground.pixels('Output'));
  expect(await turned()).toBe(0);
  await playground.slider('Activation of the unit').press('End');
  await expect.poll(turned).toBeGreaterThan(0);
  await page.getByRole('link', { name: 'Close the network' }).click();
  await expect(playground.region('Reconstructions')).toBeVisible();
});

test('hovering the map shows an image and its reconstruction; a click sends it through the diagram', async ({
  page,
  playground,
}) => {
  await playground.openReady(tinyNetwork);
  await expect.poll(async () => isBlank(await playground.pixels(map))).toBe(false);
  const surface = playground.region('Latent space').getByRole('application');
  await surface.hover();
  const hovered = page.getByLabel('Hovered image', { exact: true });
  await expect(hovered).toBeVisible();
  await expect(page.getByText('rebuilt at step 0')).toBeVisible();
  await expect(page.getByLabel('Its reconstruction', { exact: true })).toBeVisible();

  const image = await hovered.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  await surface.click();
  const input = playground.picture('Input image');
  await expect.poll(() => input.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())).toBe(image);
  await playground.train.hover();
  await expect(hovered).toHaveCount(0);
});

test('the map zooms and resets, and a class can be hidden', async ({ playground }) => {
  await playground.openReady(tinyNetwork);
  const shown = () => playground.pixels(map);
  await expect.poll(async () => isBlank(await shown())).toBe(false);
  const before = await shown();
  await playground.button('Zoom in').click();
  await expect.poll(async () => distance(await shown(), before)).toBeGreaterThan(0.001);
  await playground.button('Reset view').click();
  await expect.poll(async () => distance(await shown(), before)).toBe(0);

  const three = playground.region('Latent space').getByRole('list').getByRole('button', { name: '3' });
  await three.click();
  await expect(three).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(async () => distance(await shown(), before)).toBeGreaterThan(0.001);
  await three.click();
  await expect.poll(async () => distance(await shown(), before)).toBe(0);
});

test('the other theme applies at once and survives a reload', async ({ page, playground }) => {
  await playground.open(tinyNetwork);
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await playground.button('Dark theme').click();
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await page.reload();
  await expect(playground.button('Light theme')).toBeVisible();
  expect(await background()).toBe(dark);
});

test('Quick, Draw! loads, trains and shows its own classes', async ({ page, playground }) => {
  await playground.openReady('v=1&hidden=32');
  const digits = await playground.pixels('Original');
  await playground.choice('Data set').selectOption('quickdraw');
  await expect(page.getByText('27,600 to train on, 6,900 to test', { exact: true })).toBeVisible();
  const untrained = await playground.measured(0);
  expect(distance(await playground.pixels('Original'), digits)).toBeGreaterThan(0.01);
  await expect(playground.region('Latent space')).toContainText('6,900 test images');
  await playground.startTraining();
  await playground.until('Test MSE', (mse) => mse < untrained / 2, `falls below half of ${untrained}`);
});

test('Photograph patches train in colour; without labels the map shows their errors', async ({
  page,
  playground,
}) => {
  await playground.openReady('v=1&dataset=patches&hidden=32');
  await expect(page.getByText('6,000 to train on, 1,500 to test', { exact: true })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Classes to train on' })).toHaveCount(0);
  const original = await playground.pixels('Original');
  expect([original.width, original.height]).toEqual([320, 32]);
  expect(isColoured(original)).toBe(true);
  await expect(playground.region('Latent space')).toContainText(
    'No classes to colour by: the colour is the reconstruction error',
  );
  const untrained = await playground.value('Test MSE');
  await playground.startTraining();
  await playground.until('Test MSE', (mse) => mse < untrained / 2, `falls below half of ${untrained}`);
  expect(isColoured(await playground.pixels('Reconstructed'))).toBe(true);
});

test('every loss, optimizer, schedule and activation can be selected during training', async ({
  page,
  playground,
}) => {
  await playground.openReady('v=1&hidden=32');
  await page.getByText('Advanced', { exact: true }).click();
  await playground.startTraining();
  const trainOn = async () => {
    await playground.trainedBeyond((await playground.value('Step')) + 10);
    await playground.until('Train loss', (loss) => loss > 0, 'is a number');
    await expect(playground.pause).toBeVisible();
  };
  const curves = playground.region('Loss curves').getByRole('img');
  for (const [loss, name] of Object.entries({ bce: 'Binary', mae: 'Mean absolute', mse: 'Mean squared' })) {
    await playground.choice('Loss').selectOption(loss);
    await expect(curves).toHaveAccessibleName(new RegExp(`^${name}.* over training steps: train`));
    await trainOn();
  }
  for (const optimizer of ['rmsprop', 'sgd', 'adam']) {
    await playground.choice('Optimizer').selectOption(optimizer);
    await trainOn();
  }
  for (const schedule of ['cosine', 'step', 'constant']) {
    await playground.choice('Schedule').selectOption(schedule);
    await trainOn();
  }
  for (const setting of ['Weight decay', 'Gradient clipping', 'Input dropout']) {
    await playground.slider(setting).press('PageUp');
    await trainOn();
  }
  for (const activation of ['elu', 'tanh', 'sigmoid', 'relu']) {
    await playground.choice('Hidden activation').selectOption(activation);
    await trainOn();
  }
  await playground.slider('Hidden layers').press('ArrowRight');
  await expect(playground.slider('Layer 2')).toHaveValue('16');
  await trainOn();
  await expect(playground.notices).toHaveCount(0);
});
