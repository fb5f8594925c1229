// Apply: Limits. A network trained on digits and what it never saw: a mountain, sketches, photographs.
import { expect, test } from './story';

test('a mountain goes through a network of digits, beside PCA, and missing rows are trained on the spot', async ({
  page,
  playground,
}) => {
  await playground.openReady('v=1&hidden=64&codeSize=4&batchSize=32');
  await page.getByRole('link', { name: 'Apply' }).click();
  await page.getByRole('tab', { name: 'Limits' }).click();
  await expect(page).toHaveURL(/#apply\/limits$/);
  await playground.button('Train the network').click();
  const number = (name: string) => page.getByRole('status', { name, exact: true });
  const value = async (name: string) => Number(await number(name).getAttribute('data-value'));

  // Photographs are what PCA of photographs is made for, and four numbers of digits are not.
  await expect(number('PCA of photographs MSE')).toBeVisible({ timeout: 60_000 });
  await playground.until('Step', (step) => step > 300, 'beyond 300');
  await playground.pause.click();
  await expect
    .poll(async () => (await value('The network MSE')) / (await value('PCA of photographs MSE')))
    .toBeGreaterThan(3);
  await expect(
    page.getByText(/times as large as that of PCA fitted to photographs, each with 4 numbers/),
  ).toBeVisible();
  const mosaic = await playground.pixels('The network');
  expect([mosaic.width, mosaic.height]).toEqual([12 * 28, 6 * 28]);

  // A photograph of the person's own takes the mountain's place.
  const file = { name: 'grey.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('no picture') };
  await page.getByLabel('Photograph to put through the network').setInputFiles(file);
  await expect(page.getByRole('alert')).toContainText('grey.svg is not a picture');
  await page.getByRole('radio', { name: 'Boats' }).check();
  await expect(page.getByText('Felice Beato, about 1865')).toBeVisible();

  // The main run is a row; what was trained on photographs comes to it.
  await page.getByRole('checkbox', { name: 'Sketches' }).uncheck();
  const cell = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}: `) });
  await expect(cell('Digits on Photographs')).toBeVisible({ timeout: 60_000 });
  const steps = page.getByRole('textbox', { name: 'Steps for each row', exact: true });
  await steps.fill('60');
  await steps.press('Enter');
  await playground.button('Train the missing row').click();
  await expect(page.getByRole('progressbar', { name: 'Training the missing rows' })).toBeVisible();
  await expect(cell('Photographs on Photographs')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Every row is complete.')).toBeVisible();
  const relative = async (name: string) => Number(await cell(name).getAttribute('data-value'));
  expect(await relative('Photographs on Photographs')).toBeLessThan(await relative('Digits on Photographs'));
  expect(await relative('Digits on Digits')).toBeLessThan(1);
  await cell('Photographs on Digits').click();
  await expect(
    page.getByText(/Scaled from 28 × 28 to 32 × 32 pixels, grey in all three colours/),
  ).toBeVisible();
});
