// Sweeps: the same experiment at several code sizes, in the background.
import { readFile } from 'node:fs/promises';
import { expect, test } from './story';

test('a sweep trains each value, runs beside the main run, and survives closing the page', async ({
  page,
  playground,
}) => {
  test.slow();
  await playground.openReady('v=1&hidden=24&codeSize=4&batchSize=64');
  await page.getByRole('link', { name: 'Compare' }).click();
  await page.getByRole('tab', { name: 'Sweeps' }).click();
  await page.getByLabel('Values', { exact: true }).fill('1, 8, nonsense');
  await expect(page.getByRole('alert')).toContainText('“nonsense” is not a number');
  await page.getByLabel('Values', { exact: true }).fill('1, 8, 64');
  const steps = page.getByRole('textbox', { name: 'Steps each', exact: true });
  // So many that the third value is still training when the page is closed.
  await steps.fill('1500');
  await steps.press('Enter');
  await playground.button('Start sweep').click();

  // The main run trains, and is then discarded, while the sweep continues.
  await page.getByRole('link', { name: 'Train' }).click();
  await playground.train.click();
  await playground.until('Step', (step) => step > 3, 'grows');
  await playground.reset.click();
  await page.getByRole('link', { name: 'Compare' }).click();
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(3, { timeout: 60_000 });

  // Two of three values are done and kept; the third trains on request.
  await page.reload();
  await expect(rows).toHaveCount(3);
  await page.getByRole('button', { name: /^Go on with/ }).click();
  await expect(rows).toHaveCount(4, { timeout: 60_000 });
  await expect(page.getByText(/3 of 3 · finished/)).toBeVisible();
  await expect(page.getByRole('group', { name: 'Rate–distortion chart' })).toBeVisible();

  const errors = await page
    .getByRole('table')
    .locator('td[data-value]')
    .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))));
  expect(errors).toHaveLength(3);
  expect(errors[1]).toBeLessThan(errors[0] ?? 0);
  const download = page.waitForEvent('download');
  await playground.button('Save Numbers').click();
  await playground.button('Save Sweep as CSV').click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv.trim().split('\r\n')).toHaveLength(4);
  expect(csv).toContain(String(errors[0]));
});
