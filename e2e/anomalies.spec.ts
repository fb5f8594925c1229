// A network that learns one digit finds the others, and says how well.
import type { Page } from '@playwright/test';
import { drawByMouse, seven } from './pad';
import { expect, test } from './story';

const output = (page: Page, name: string) => page.getByRole('status', { name, exact: true });
const numbers = [
  'AUROC',
  'Average precision',
  'AUROC of nearest neighbour',
  'AUROC of PCA',
  'AUROC of the mean image',
] as const;

async function valueOf(page: Page, name: string): Promise<number> {
  return Number((await output(page, name).getAttribute('data-value')) ?? NaN);
}

async function confusion(page: Page): Promise<number[]> {
  return page
    .getByRole('table', { name: 'Confusion table', exact: true })
    .locator('td[data-value]')
    .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))));
}

test('trained on one digit, it tells the others apart, beside methods that need no network', async ({
  page,
  playground,
}) => {
  test.slow();
  await playground.openReady('v=1&hidden=32&codeSize=8&batchSize=64');
  await page.getByRole('link', { name: 'Apply' }).click();
  const normal = page.getByRole('group', { name: 'Normal classes', exact: true });
  await normal.getByRole('button', { name: 'None', exact: true }).click();
  await normal.getByRole('checkbox', { name: '0', exact: true }).click();
  await page.getByRole('radio', { name: 'As in Train', exact: true }).check({ force: true });
  await playground.button('Train on normal').click();
  await playground.trainedBeyond(200);
  await playground.pause.click();
  await expect(playground.train).toBeVisible();

  // Every number of the contract, those of the network after it was trained on zeros alone.
  for (const name of numbers) {
    await expect(output(page, name)).toHaveAttribute('data-value', /^0\.\d/, { timeout: 120_000 });
    expect(await valueOf(page, name)).toBeGreaterThan(0.5);
  }
  await expect.poll(() => valueOf(page, 'AUROC'), { timeout: 60_000 }).toBeGreaterThan(0.9);
  await expect(page.getByText(/held-out normal images/)).toBeVisible();

  // The threshold decides what is flagged: with a higher one nothing is a false alarm that was none before.
  const threshold = playground.slider('Threshold');
  await threshold.scrollIntoViewIfNeeded();
  const [found = 0, missed = 0, alarms = 0, passed = 0] = await confusion(page);
  expect(found + missed).toBe(9020);
  expect(alarms + passed).toBe(980);
  const box = await threshold.boundingBox();
  if (!box) throw new Error('The threshold is not on the page.');
  await page.mouse.move(box.x + box.width / 3, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => confusion(page)).not.toEqual([found, missed, alarms, passed]);
  const [foundLater = 0, missedLater = 0] = await confusion(page);
  expect(foundLater).toBeLessThan(found);
  expect(foundLater + missedLater).toBe(9020);
  await playground.button('Back to the percentile').click();
  await expect.poll(() => confusion(page)).toEqual([found, missed, alarms, passed]);

  // A drawing gets a score, and a seven is no zero.
  await drawByMouse(playground.picture('Drawing'), seven);
  await expect(output(page, 'Score of the candidate')).toHaveAttribute('data-value', /\d/);
  await expect(page.getByText('Flagged as an anomaly')).toBeVisible();
  await expect(page.getByRole('img', { name: /^Histogram of scores/ })).toContainText('Your drawing');
});
