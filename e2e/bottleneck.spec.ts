// Resizing the bottleneck during training changes the network in place, without a restart.
import type { Playground } from './playground';
import { drawByMouse, seven } from './pad';
import { expect, test } from './story';

const codeSize = async (playground: Playground) =>
  Number(await playground.slider('Bottleneck size').inputValue());

/** Expects every display of the code size to agree. */
async function expectCodeSize(playground: Playground, size: number): Promise<void> {
  const diagram = playground.region('Architecture diagram').locator('svg');
  await expect(playground.slider('Bottleneck size')).toHaveValue(String(size));
  await expect(playground.page.getByText(`784 pixels squeezed into ${size} number`)).toBeVisible();
  await expect(diagram.getByText(String(size), { exact: true })).toBeVisible();
  await expect(
    playground.page.getByRole('img', { name: `Code of the drawing: ${size} number` }),
  ).toBeVisible();
}

/** Drags a handle at the waist; positive is down. */
async function dragWaist(playground: Playground, handle: 'top' | 'bottom', pixels: number): Promise<void> {
  const { mouse } = playground.page;
  const held = playground.region('Architecture diagram').locator(`[data-handle=${handle}]`);
  const box = await held.boundingBox();
  if (!box) throw new Error('The waist has no handle.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x, y + pixels, { steps: 4 });
  await mouse.up();
}

test('dragging the waist of the hourglass during training resizes the network in place', async ({
  playground,
}) => {
  await playground.openReady('v=1&hidden=128');
  await drawByMouse(playground.picture('Drawing'), seven);
  await expectCodeSize(playground, 16);
  await playground.startTraining();
  const before = await playground.trainedBeyond(20);

  await dragWaist(playground, 'bottom', 10);
  const wide = await codeSize(playground);
  expect(wide).toBeGreaterThan(16);
  await expectCodeSize(playground, wide);
  const after = await playground.trainedBeyond(before);
  await expect(playground.pause).toBeVisible();
  await expect(playground.region('Loss curves').getByText(`code ${wide}`, { exact: true })).toBeVisible({
    timeout: 60_000,
  });

  // Drags the other handle, towards the centre.
  await dragWaist(playground, 'top', 30);
  const narrow = await codeSize(playground);
  expect(narrow).toBeLessThan(16);
  await expectCodeSize(playground, narrow);
  await playground.trainedBeyond(after);
});

test('the slider does the same from the keyboard', async ({ playground }) => {
  await playground.openReady('v=1&hidden=48');
  await drawByMouse(playground.picture('Drawing'), seven);
  await playground.startTraining();
  const before = await playground.trainedBeyond(10);
  const slider = playground.slider('Bottleneck size');
  await slider.focus();
  await slider.press('ArrowRight');
  await expectCodeSize(playground, 17);
  await slider.press('ArrowLeft');
  await slider.press('ArrowLeft');
  await expectCodeSize(playground, 15);
  expect(await playground.trainedBeyond(before)).toBeGreaterThan(before);
  await expect(playground.region('Loss curves').getByText('code 15', { exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await playground.stopTraining();
  await slider.press('Home');
  await expect(slider).toHaveValue('1');
  await expect(playground.region('Latent space')).toContainText('the vertical axis is random');
});

test('growing the bottleneck of a paused network leaves its output unchanged', async ({
  page,
  playground,
}) => {
  await playground.openReady('v=1&hidden=48&codeSize=8');
  await playground.startTraining();
  await playground.trainedBeyond(50);
  const step = await playground.stopTraining();
  const before = await playground.value('Test MSE');
  const parameters = page.getByText(/ weights and biases$/);
  const count = await parameters.textContent();
  await playground.slider('Bottleneck size').press('PageUp');
  await expect(parameters).not.toHaveText(count ?? '');
  const after = await playground.measured(step);
  expect(after).not.toBe(Number.NaN);
  expect(Math.abs(after - before)).toBeLessThan(1e-5);
});
