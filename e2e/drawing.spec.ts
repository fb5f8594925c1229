// A drawing goes through the network, both while the person draws and while the network trains.
import { drawByFinger, drawByMouse, seven } from './pad';
import { brightness, distance, isBlank } from './pixels';
import type { Playground } from './playground';
import { expect, test } from './story';

const network = 'v=1&hidden=48&codeSize=12';

async function expectAnswer(playground: Playground): Promise<void> {
  await expect(playground.page.getByRole('img', { name: 'Code of the drawing: 12 numbers' })).toBeVisible();
  for (const name of ['Drawing', 'Noisy drawing', 'Reconstructed drawing']) {
    expect.soft(isBlank(await playground.pixels(name)), `${name} is blank`).toBe(false);
  }
  // A view that is out of sight is not computed.
  await playground.region('Latent space').scrollIntoViewIfNeeded();
  await expect(playground.region('Latent space').getByText('your drawing')).toBeVisible();
}

test('a digit drawn with the mouse is reconstructed, placed on the map and shown in the diagram', async ({
  page,
  playground,
}) => {
  await playground.openReady(network);
  const clear = playground.button('Clear drawing');
  await expect(clear).toBeDisabled();
  expect(isBlank(await playground.pixels('Noisy drawing'))).toBe(true);
  await drawByMouse(playground.picture('Drawing'), seven);
  await expectAnswer(playground);
  const drawn = await playground.pixels('Noisy drawing');
  expect({ width: drawn.width, height: drawn.height }).toEqual({ width: 28, height: 28 });
  // MNIST format: a 20 x 20 box in the centre, so the border stays empty.
  expect(brightness(drawn)).toBeGreaterThan(0.03);
  expect(drawn.rgba.slice(0, 4 * 28 * 3).every((value, index) => index % 4 === 3 || value === 0)).toBe(true);
  await expect.poll(async () => distance(await playground.pixels('Input image'), drawn)).toBe(0);

  // Training updates the reconstruction and nothing else.
  const untrained = await playground.pixels('Reconstructed drawing');
  await playground.startTraining();
  await expect
    .poll(async () => distance(await playground.pixels('Reconstructed drawing'), untrained))
    .toBeGreaterThan(0.01);
  await playground.trainedBeyond(200);
  await playground.stopTraining();
  expect(distance(await playground.pixels('Noisy drawing'), drawn)).toBe(0);
  expect(distance(await playground.pixels('Reconstructed drawing'), drawn)).toBeLessThan(
    distance(untrained, drawn),
  );

  await clear.click();
  await expect(clear).toBeDisabled();
  for (const name of ['Drawing', 'Noisy drawing', 'Reconstructed drawing']) {
    await expect.poll(async () => isBlank(await playground.pixels(name)), { message: name }).toBe(true);
  }
  await expect(playground.region('Latent space').getByText('your drawing')).toHaveCount(0);
  await expect(page.getByRole('img', { name: /^Code of the drawing/ })).toHaveCount(0);
});

test('noise and its level change the drawing at once, without training', async ({ playground }) => {
  await playground.openReady(network);
  await drawByMouse(playground.picture('Drawing'), seven);
  await expectAnswer(playground);
  const clean = await playground.pixels('Noisy drawing');
  const dirt = async () => distance(await playground.pixels('Noisy drawing'), clean);
  await playground.family('Denoising').check();
  await expect.poll(dirt).toBeGreaterThan(0.01);
  const half = await dirt();
  await playground.slider('Noise level').press('End');
  await expect.poll(dirt).toBeGreaterThan(half * 1.5);
  await playground.family('Undercomplete').check();
  await expect.poll(dirt).toBe(0);
  expect(await playground.value('Step')).toBe(0);
});

test('a drawing survives a reset, and the new network reconstructs it', async ({ playground }) => {
  await playground.openReady(network);
  await drawByMouse(playground.picture('Drawing'), seven);
  await expectAnswer(playground);
  const untrained = await playground.pixels('Reconstructed drawing');
  await playground.startTraining();
  await playground.trainedBeyond(20);
  await playground.reset.click();
  await playground.measured(0);
  await expectAnswer(playground);
  await expect
    .poll(async () => distance(await playground.pixels('Reconstructed drawing'), untrained))
    .toBe(0);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('a digit can be drawn without scrolling the page', async ({ page, playground }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await playground.openReady(network);
    const pad = playground.picture('Drawing');
    await pad.scrollIntoViewIfNeeded();
    // Where it is in the window: the browser itself scrolls along when something above the pad grows by a pixel.
    const top = async () => (await pad.boundingBox())?.y ?? NaN;
    const before = await top();
    await drawByFinger(pad, seven);
    // The finger moves by half of the pad.
    expect(Math.abs((await top()) - before)).toBeLessThan(5);
    await expectAnswer(playground);
    await playground.button('Clear drawing').click();
    await expect.poll(async () => isBlank(await playground.pixels('Drawing'))).toBe(true);
  });
});
