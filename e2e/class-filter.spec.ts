// A network learns some classes only, and a part of the training set is held out.
import type { Page } from '@playwright/test';
import type { Pixels } from './pixels';
import type { Playground } from './playground';
import { expect, test } from './story';

const classes = (page: Page) => page.getByRole('group', { name: 'Classes to train on', exact: true });
const box = (page: Page, name: string) => classes(page).getByRole('checkbox', { name, exact: true });
const data = (page: Page) => page.getByRole('group', { name: 'Data', exact: true });

/** Mean squared difference of each of the ten images, which show the ten digits in order. */
function errorsByImage(a: Pixels, b: Pixels): number[] {
  const side = a.width / 10;
  const sums = Array.from({ length: 10 }, () => 0);
  for (let at = 0; at < a.rgba.length; at += 4) {
    const image = Math.floor(((at / 4) % a.width) / side);
    sums[image] = (sums[image] ?? 0) + (((a.rgba[at] ?? 0) - (b.rgba[at] ?? 0)) / 255) ** 2;
  }
  return sums.map((sum) => sum / (side * a.height));
}

const errorsShown = async (playground: Playground) =>
  errorsByImage(await playground.pixels('Original'), await playground.pixels('Reconstructed'));

test('a network that learns ones alone rebuilds ones well and other digits badly', async ({
  page,
  playground,
}) => {
  await playground.openReady('v=1&hidden=48');
  await expect(data(page)).toContainText('60,000 to train on, 10,000 to test');
  await classes(page).getByRole('button', { name: 'None', exact: true }).click();
  await expect(classes(page)).toContainText('Choose at least one');
  expect(page.url()).not.toContain('classes');
  await box(page, '1').click();
  await expect(data(page)).toContainText('6,742 to train on; test: all classes, 10,000');
  await expect.poll(() => page.url()).toContain('classes=1');

  await playground.startTraining();
  await playground.trainedBeyond(250);
  await playground.stopTraining();
  const errors = await errorsShown(playground);
  const others = errors.filter((_, digit) => digit !== 1);
  expect(Math.min(...others)).toBeGreaterThan(2 * (errors[1] ?? NaN));
  await expect(playground.region('Loss curves')).toContainText('test: all classes');

  // The other classes are learned from the next step on, and the run goes on.
  const step = await playground.value('Step');
  await classes(page).getByRole('button', { name: 'All', exact: true }).click();
  await expect(data(page)).toContainText('60,000 to train on, 10,000 to test');
  expect(await playground.value('Step')).toBe(step);
  await playground.startTraining();
  await playground.trainedBeyond(step + 250);
  await playground.stopTraining();
  const mean = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
  const after = (await errorsShown(playground)).filter((_, digit) => digit !== 1);
  expect(mean(after)).toBeLessThan(mean(others) * 0.7);
});

test('the choice stands in the address, and a reload keeps it; a class that the data set does not have is named', async ({
  page,
  playground,
}) => {
  await playground.openReady('v=1&hidden=48&classes=12');
  await expect(classes(page)).toContainText('no class number 12, so all classes are trained on');
  await expect(data(page)).toContainText('60,000 to train on');
  await classes(page).getByRole('button', { name: 'All', exact: true }).click();

  await box(page, '0').click();
  await classes(page).getByRole('button', { name: 'Invert', exact: true }).click();
  await expect.poll(() => page.url()).toContain('classes=0');
  await box(page, '3').click();
  await expect.poll(() => page.url()).toContain('classes=0,3');
  await playground.slider('Validation share').fill('0.1');
  await expect(data(page)).toContainText(/10,\d{3} to train on, 1,2\d\d to validate; test: all classes/);
  await expect.poll(() => page.url()).toContain('validationShare=0.1');
  await page.reload();
  await playground.measured(0);
  await expect(box(page, '0')).toBeChecked();
  await expect(box(page, '3')).toBeChecked();
  await expect(box(page, '1')).not.toBeChecked();
  await expect(playground.slider('Validation share')).toHaveValue('0.1');
  await expect(data(page)).toContainText(/1,2\d\d to validate/);

  // Another data set has other classes.
  await playground.choice('Data set').selectOption('quickdraw');
  await expect(classes(page)).toContainText('Trains on all 345 classes');
  await expect.poll(() => page.url()).not.toContain('classes');
});

test('held-out samples have a loss of their own, beside that of the test set', async ({
  page,
  playground,
}) => {
  await playground.openReady('v=1&hidden=48&validationShare=0.1');
  const readOut = page.getByRole('status', { name: 'Validation loss', exact: true });
  const loss = async () => Number((await readOut.getAttribute('data-value')) || Number.NaN);
  await expect.poll(loss).toBeGreaterThan(0.1);
  await playground.startTraining();
  await playground.trainedBeyond(250);
  await playground.stopTraining();
  await expect.poll(loss).toBeLessThan(0.07);
  const test = await playground.value('Test loss');
  // Samples of the same kind, as new to the network as the test set.
  expect(Math.abs((await loss()) - test)).toBeLessThan(0.15 * test);
  await expect(playground.region('Loss curves')).toContainText('validation');
});
