// A long recording with one short fault, without any labels: the stretch that is named first is the fault.
import { readFileSync } from 'node:fs';
import { longSeries } from './own-files';
import { tinyNetwork } from './playground';
import { expect, test } from './story';

test('a short fault in a long recording is found, marked and saved', async ({ page, playground }) => {
  test.slow();
  await playground.openReady(tinyNetwork);
  await playground.button('Add data').click();
  const dialog = page.getByRole('dialog', { name: 'Add data', exact: true });
  // It rattles from 55 s to 55.1 s.
  await dialog.getByLabel('Choose files', { exact: true }).setInputFiles([longSeries(6000, 5500, false)]);
  await playground.button('Use this data').click();
  await expect(dialog).toBeHidden();
  await page.getByRole('link', { name: 'Apply' }).click();
  await page.getByRole('radio', { name: 'As in Train', exact: true }).check({ force: true });
  await playground.button('Train on normal').click();
  await playground.trainedBeyond(400);
  await playground.pause.click();
  await expect(playground.train).toBeVisible();

  const card = page.getByRole('region', { name: 'Along the recording', exact: true });
  await expect(card).toContainText('pump.csv');
  await expect(card.getByText(/held-out stretch, .*which the network never saw/)).toBeVisible();
  const first = card.getByRole('table', { name: 'Flagged stretches', exact: true }).getByRole('row').nth(1);
  const place = async (column: number) =>
    Number(await first.getByRole('cell').nth(column).getAttribute('data-value'));
  await expect.poll(() => place(1)).toBeGreaterThan(5500);
  expect(await place(0)).toBeLessThan(5510);
  await expect(first).toContainText('test');
  await expect(
    card.getByText(/the network finds the window at 5\d(\.\d+)? s the most anomalous/),
  ).toBeVisible();

  // Choosing it zooms there; keys show the whole again.
  const ticks = card.locator('svg[role="img"] text');
  await expect(ticks.filter({ hasText: /^0 s$/ })).toHaveCount(1);
  await first.getByRole('button').click();
  await expect(ticks.filter({ hasText: /^0 s$/ })).toHaveCount(0);
  await expect(card.locator('[data-band="chosen"]')).toHaveCount(1);
  await card.getByRole('application').focus();
  await page.keyboard.press('0');
  await expect(ticks.filter({ hasText: /^0 s$/ })).toHaveCount(1);

  const download = page.waitForEvent('download');
  await playground.button('Save Along the recording').click();
  await playground.button('Save Stretches as CSV').click();
  const lines = readFileSync(await (await download).path(), 'utf8').split('\r\n');
  expect(lines[0]).toContain('rank,recording,from,to,from_s,to_s,part,score,windows');
  expect(lines[1]).toMatch(/^1,pump\.csv,5\d{3},5\d{3},5\d\.?\d*,5\d\.?\d*,test,0\.\d/);
});
