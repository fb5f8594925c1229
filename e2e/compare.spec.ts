// The four families side by side: same data, seed and code size, same images, same drawing.
import type { FamilyId } from '../src/catalog/families/registry';
import { drawByMouse, seven } from './pad';
import { distance, isBlank, readPixels } from './pixels';
import type { Playground } from './playground';
import { expect, test } from './story';

const labels: Record<FamilyId, string> = {
  undercomplete: 'Undercomplete',
  sparse: 'Sparse',
  denoising: 'Denoising',
  variational: 'Variational',
};
const names = Object.values(labels);
/** An epoch of 59 short steps. */
const quick = 'v=1&hidden=24&codeSize=6&batchSize=1024';

const openCompare = async (playground: Playground) => {
  await playground.page.getByRole('link', { name: 'Compare' }).click();
  await expect(playground.page.getByRole('link', { name: 'Compare' })).toHaveAttribute(
    'aria-current',
    'page',
  );
};

const progressOf = (playground: Playground, label: string) =>
  playground.page.getByRole('progressbar', { name: `Progress of ${label}` });

test("one button trains all four for an epoch and shows each one's reconstructions and drawing", async ({
  page,
  playground,
}) => {
  test.slow();
  await playground.openReady(quick);
  await openCompare(playground);
  await playground.button('Train the four families').click();
  for (const label of names) {
    await expect(progressOf(playground, label)).toHaveAttribute('aria-valuenow', '100', { timeout: 120_000 });
  }
  const original = await readPixels(playground.picture('Original'));
  expect({ width: original.width, height: original.height }).toEqual({ width: 280, height: 28 });
  for (const label of names) {
    const rebuilt = await readPixels(playground.picture(`Reconstructed by ${label}`));
    expect(isBlank(rebuilt)).toBe(false);
    // Better than uniform grey: all four have learned something.
    expect(distance(rebuilt, original), label).toBeLessThan(0.1);
  }
  // PCA beside them, and everything measured on the same clean and noisy images.
  const errorOf = async (what: string) => {
    const output = page.getByRole('status', { name: `MSE of ${what}`, exact: true });
    return Number(await output.getAttribute('data-value', { timeout: 60_000 }));
  };
  const untouched = await errorOf('the noisy input');
  for (const label of [...names, 'PCA']) {
    // Measured again once training rests.
    await expect.poll(() => errorOf(`${label}, clean input`), { message: label }).toBeLessThan(0.1);
    await expect.poll(() => errorOf(`${label}, noisy input`), { message: label }).toBeLessThan(untouched);
    const samples = await readPixels(playground.picture(`Samples of ${label}`));
    expect({ width: samples.width, height: samples.height }).toEqual({ width: 140, height: 28 });
    expect(isBlank(samples), label).toBe(false);
  }
  const fromClean = await readPixels(playground.picture('Reconstructed by Sparse'));
  await page.getByRole('radio', { name: 'Noisy', exact: true }).check();
  await expect
    .poll(async () => distance(await readPixels(playground.picture('Reconstructed by Sparse')), fromClean))
    .toBeGreaterThan(0);
  await drawByMouse(playground.picture('Drawing'), seven);
  for (const label of names) {
    const picture = playground.picture(`Drawing through ${label}`);
    await expect(picture).toBeVisible();
    expect(isBlank(await readPixels(picture))).toBe(false);
  }
  await playground.button('Others').click();
  await expect
    .poll(async () => distance(await readPixels(playground.picture('Original')), original))
    .toBeGreaterThan(0);

  // Back in Train, everything is unchanged, including the drawing.
  await page.goBack();
  await expect(page.getByRole('link', { name: 'Train' })).toHaveAttribute('aria-current', 'page');
  await expect(page).toHaveURL(/hidden=24/);
  expect(await playground.value('Step')).toBe(0);
  await playground.startTraining();
});

test('leaving Train pauses its run; the comparison can be paused, resumed and stopped', async ({
  playground,
}) => {
  await playground.openReady(quick);
  await playground.startTraining();
  await openCompare(playground);
  await playground.button('Train the four families').click();
  const progress = progressOf(playground, 'Variational');
  // It is over in a few seconds: a poll that waits a second may find its end.
  const progressed = async () => Number(await progress.getAttribute('aria-valuenow'));
  await expect.poll(progressed, { intervals: [50] }).toBeGreaterThan(1);
  await playground.pause.click();
  const go = playground.button('Continue');
  await expect(go).toBeVisible();
  await go.click();
  await expect(playground.pause).toBeVisible();
  await playground.button('Stop').click();
  await expect(playground.pause).toHaveCount(0);
  // The last results stay visible.
  await expect(playground.picture('Reconstructed by Sparse')).toBeVisible();

  await playground.page.getByRole('link', { name: 'Train' }).click();
  await expect(playground.train).toBeVisible();
  const step = await playground.settledStep();
  await playground.startTraining();
  await playground.trainedBeyond(step);
});
