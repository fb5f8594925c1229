// Series: heartbeats are made in the page, a variational network is trained on them, and its samples are compared and saved.
import { readFileSync } from 'node:fs';
import { expect, test } from './story';

test('a variational network on heartbeats generates beats that can be compared with real ones and saved', async ({
  page,
  playground,
}) => {
  await playground.openReady('v=1&hidden=24&codeSize=4&batchSize=64');
  await playground.choice('Data set').selectOption({ label: 'Heartbeats · 20,000' });
  await page.getByRole('radio', { name: 'Variational' }).click();
  // What suits signals came with them.
  await expect(page).toHaveURL(/dataset=heartbeats/);
  expect(page.url()).not.toMatch(/loss=|outputActivation=/);
  await expect(
    playground.choice('Loss').getByRole('option', { name: 'Binary cross-entropy' }),
  ).toBeDisabled();
  await playground.train.click();
  await playground.until('Step', (step) => step > 150, 'grows');
  await playground.pause.click();

  await page.getByRole('link', { name: 'Explore' }).click();
  await page.getByRole('tab', { name: 'Generate' }).click();
  await page.getByRole('button', { name: 'Compare with test samples' }).click();
  const accuracy = page.getByRole('status', { name: '1-NN accuracy', exact: true });
  await expect(accuracy).toHaveAttribute('data-value', /^[01]/, { timeout: 30_000 });
  const share = Number(await accuracy.getAttribute('data-value'));
  expect(share).toBeGreaterThan(0.4);
  await expect(page.getByRole('img', { name: 'Mean and standard deviation along the sample' })).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Save Generated/ }).click();
  await page.getByRole('button', { name: 'Save 1,000 new samples as CSV' }).click();
  const rows = readFileSync(await (await download).path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(rows).toHaveLength(1001);
  expect(rows[0]).toMatch(/seconds,0,0\.0078125,/);
  const millivolts = rows.slice(1).map((row) => Math.max(...row.split(',').slice(1).map(Number)));
  expect(Math.max(...millivolts)).toBeLessThan(5);
});
