// Apply: Inpainting: a hole that one makes, what the network and its rivals fill in, and training for holes.
import type { Page } from '@playwright/test';
import { drawByFinger, drawByMouse } from './pad';
import { brightness, distance } from './pixels';
import type { Playground } from './playground';
import { expect, test } from './story';

/** A network that learns to fill in a square within a few hundred quick steps; no preset, so that it stays small. */
const small = 'v=1&hidden=128&codeSize=32&noise=block&noiseLevel=0.43&maskInput=on&lossOn=hole';

async function openInpainting(page: Page, playground: Playground, search: string): Promise<void> {
  await page.goto(`/?${search}#apply/inpainting`);
  await expect(playground.picture('Damaged')).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => error(page, 'Hole MSE'), { timeout: 60_000 }).toBeGreaterThan(0);
}

/** The exact value of a read-out; NaN while it is empty. */
async function error(page: Page, name: string): Promise<number> {
  const text = await page.getByRole('status', { name, exact: true }).getAttribute('data-value');
  return text === null ? Number.NaN : Number(text);
}

const stroke = [
  [
    [0.3, 0.2],
    [0.5, 0.5],
    [0.7, 0.75],
  ],
] as const;

test('a brush makes the hole, and the answer follows it', async ({ page, playground }) => {
  await openInpainting(page, playground, 'v=1&hidden=32&codeSize=8&batchSize=32');
  const damage = page.getByRole('radiogroup', { name: 'Damage', exact: true });
  await expect(damage.getByRole('radio', { name: 'Brush', exact: true })).toBeChecked();
  await playground.button('Clear mask').click();
  await expect(page.getByText('0 of 784 pixels missing')).toBeVisible();
  const [whole, filled] = [await playground.pixels('Damaged'), await playground.pixels('Filled in')];
  // Nothing is missing: what is filled in is the sample.
  await expect.poll(async () => distance(await playground.pixels('Filled in'), whole)).toBe(0);
  await drawByMouse(playground.picture('Damaged'), stroke);
  await expect
    .poll(async () => distance(await playground.pixels('Damaged'), whole), { timeout: 20_000 })
    .toBeGreaterThan(0.005);
  await expect.poll(() => error(page, 'Hole MSE')).toBeGreaterThan(0);
  await expect
    .poll(async () => distance(await playground.pixels('Filled in'), filled))
    .toBeGreaterThan(0.0005);
  const thin = await error(page, 'Hole MSE');

  await playground.slider('Brush size').press('End');
  await drawByMouse(playground.picture('Damaged'), stroke);
  await expect.poll(() => error(page, 'Hole MSE')).not.toBe(thin);
  await playground.button('Undo').click();
  await expect.poll(() => error(page, 'Hole MSE')).toBe(thin);
  await expect(page.getByRole('region', { name: 'Network', exact: true })).toContainText('has to see holes');
});

test('a network that trains on holes fills one in better than the mean image', async ({
  page,
  playground,
}) => {
  test.setTimeout(240_000);
  await openInpainting(page, playground, small);
  await page.getByRole('radio', { name: 'Rectangle', exact: true }).check();
  const untrained = await error(page, 'Hole MSE');
  await playground.train.click();
  // The rivals are fitted to all 60,000 while it trains.
  const meanImage = () => error(page, 'Hole MSE of the mean image');
  await expect.poll(meanImage, { timeout: 120_000 }).toBeGreaterThan(0);
  await expect
    .poll(async () => (await error(page, 'Hole MSE')) < 0.8 * (await meanImage()), { timeout: 120_000 })
    .toBe(true);
  await playground.pause.click();
  expect(await error(page, 'Hole MSE')).toBeLessThan(untrained);
  for (const name of ['Hole MSE of the linear answer', 'Hole MSE of nearest neighbours'])
    expect(await error(page, name)).toBeGreaterThan(0);

  // Over the test set, under a square at random in each of 1,000 samples.
  await playground.button('Measure').click();
  await expect.poll(() => error(page, 'Test hole MSE'), { timeout: 60_000 }).toBeLessThan(0.1195);
  expect(await error(page, 'Test hole MSE')).toBeGreaterThan(0.03);
});

test('Train for holes sets the preset and trains', async ({ page, playground }) => {
  await openInpainting(page, playground, 'v=1&hidden=32&codeSize=8&batchSize=32');
  await page.getByRole('combobox', { name: 'Holes to train on' }).selectOption('Right half');
  await playground.button('Train for holes').click();
  await expect(playground.pause).toBeVisible();
  await expect(page).toHaveURL(/noise=side/);
  await expect(page.getByRole('region', { name: 'Network', exact: true })).toContainText('with holes');
  await expect.poll(() => playground.value('Step'), { timeout: 60_000 }).toBeGreaterThan(3);
  await expect.poll(() => error(page, 'Hole MSE'), { timeout: 60_000 }).toBeGreaterThan(0);
  await playground.pause.click();
});

test.describe('by touch, on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a finger paints on the sample, and scrolls beside it', async ({ page, playground }) => {
    await openInpainting(page, playground, 'v=1&hidden=32&codeSize=8&batchSize=32');
    const damaged = playground.picture('Damaged');
    await playground.button('Clear mask').click();
    await damaged.scrollIntoViewIfNeeded();
    const [scrolled, whole] = [
      await page.evaluate(() => scrollY),
      brightness(await playground.pixels('Damaged')),
    ];
    await drawByFinger(damaged, stroke);
    await expect.poll(async () => brightness(await playground.pixels('Damaged'))).not.toBe(whole);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
