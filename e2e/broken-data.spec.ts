// A data file fails to load: the page names it, stays usable, and fetches it again on request.
import type { Page, Route } from '@playwright/test';
import { isBlank } from './pixels';
import { tinyNetwork } from './playground';
import { expect, test } from './story';

// Six shards of 10,000 training images; the first holds nine batches of 1,024.
const largeBatches = tinyNetwork.replace('batchSize=16', 'batchSize=1024');

/** Serves a file with its bytes changed by `damage`, until the returned function is called. */
async function damageFile(
  page: Page,
  file: string,
  damage: (bytes: Buffer) => Buffer,
): Promise<() => Promise<void>> {
  const url = `**/data/mnist/${file}`;
  const answer = async (route: Route) => {
    const response = await route.fetch();
    const body = damage(await response.body());
    await route.fulfill({ response, body });
  };
  await page.route(url, answer);
  return () => page.unroute(url, answer);
}

const flipOneBit = (bytes: Buffer) => {
  const flipped = Buffer.from(bytes);
  const middle = flipped.length >> 1;
  flipped[middle] = (flipped[middle] ?? 0) ^ 1;
  return flipped;
};

test('a damaged shard is named while training continues on the others, and Retry completes the data', async ({
  page,
  playground,
}) => {
  const repair = await damageFile(page, 'train-2.shard', flipOneBit);
  await playground.openReady(largeBatches);
  const notice = playground.notice(/could not be loaded: train-2\.shard\./);
  await expect(notice).toContainText('arrived damaged');

  // 20,000 images have loaded: exactly 19 batches.
  await playground.startTraining();
  await expect(page.getByText('Waiting for the next images to arrive')).toBeVisible();
  await playground.measured(19);
  await expect(playground.slider('Bottleneck size')).toBeEnabled();
  await playground.slider('Bottleneck size').press('ArrowRight');
  await expect(page.getByText('784 pixels squeezed into 3 numbers')).toBeVisible();

  await repair();
  await notice.getByRole('button', { name: 'Retry' }).click();
  await expect(notice).toBeHidden();
  await playground.trainedBeyond(60);
  await expect(page.getByText('60,000 to train on, 10,000 to test', { exact: true })).toBeVisible();
  await expect(page.getByText('Waiting for the next images')).toBeHidden();
});

test('a truncated shard is named and can be fetched again', async ({ page, playground }) => {
  const repair = await damageFile(page, 'train-5.shard', (bytes) => bytes.subarray(0, bytes.length >> 1));
  await playground.openReady(largeBatches);
  const notice = playground.notice(/could not be loaded: train-5\.shard\./);
  await expect(notice).toContainText('cut off');
  await repair();
  await notice.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByText('60,000 to train on, 10,000 to test', { exact: true })).toBeVisible();
  await expect(notice).toBeHidden();
});

test.describe('a file missing from the server', () => {
  test.use({ expectedNoise: /Failed to load resource.*404/ });

  async function hideFiles(page: Page, files: string): Promise<() => Promise<void>> {
    const url = `**/data/mnist/${files}`;
    const answer = (route: Route) => route.fulfill({ status: 404, body: 'Not found' });
    await page.route(url, answer);
    return () => page.unroute(url, answer);
  }

  test('the first shard: Train waits, says so, and starts by itself after Retry', async ({
    page,
    playground,
  }) => {
    const restore = await hideFiles(page, 'train-0.shard');
    await playground.openReady(largeBatches);
    const notice = playground.notice(/could not be loaded: train-0\.shard\./);
    await expect(notice).toContainText('is not on the server');
    await playground.train.click();
    await expect(page.getByText('Waiting for the next images to arrive')).toBeVisible();
    expect(await playground.value('Step')).toBe(0);
    await restore();
    await notice.getByRole('button', { name: 'Retry' }).click();
    await playground.trainedBeyond(0);
    await expect(notice).toBeHidden();
  });

  test('the test images: training runs without them, and the views appear after Retry', async ({
    page,
    playground,
  }) => {
    const restore = await hideFiles(page, 'test-0.shard');
    await playground.open(largeBatches);
    const notice = playground.notice(/could not be loaded: test-0\.shard\./);
    await expect(notice).toBeVisible();
    await playground.startTraining();
    await playground.trainedBeyond(20);
    expect(await playground.value('Test MSE')).toBeNaN();
    await restore();
    await notice.getByRole('button', { name: 'Retry' }).click();
    await playground.until('Test MSE', Number.isFinite, 'is measured');
    await expect(playground.picture('Reconstructed')).toBeVisible();
    expect(isBlank(await playground.pixels('Reconstructed'))).toBe(false);
  });

  test('the manifest: the page names it, and after Retry trains the settings chosen meanwhile', async ({
    page,
    playground,
  }) => {
    const restore = await hideFiles(page, 'manifest.json');
    await playground.open(tinyNetwork);
    const notice = playground.notice(/could not be loaded: manifest\.json\./);
    await expect(notice).toContainText('is not on the server');
    await playground.slider('Bottleneck size').press('ArrowRight');
    await playground.choice('Noise').selectOption('masking');
    await playground.train.click();
    await expect(playground.pause).toBeVisible();
    await restore();
    await notice.getByRole('button', { name: 'Retry' }).click();
    await playground.trainedBeyond(10);
    await expect(notice).toBeHidden();
    await expect(playground.picture('Noisy')).toBeVisible();
    await playground.pause.click();
  });
});
