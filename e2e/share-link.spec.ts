// The page's address is the experiment: it follows the controls, and opening it restores them.
import { Playground } from './playground';
import { expect, test } from './story';

const query = (address: string) => Object.fromEntries(new URL(address).searchParams);

test('the address holds a version and the settings that differ from the defaults, and a link restores them', async ({
  context,
  page,
  playground,
}) => {
  await playground.openReady('v=1&hidden=32');
  await playground.family('Denoising').check();
  await playground.slider('Noise level').press('ArrowRight');
  await playground.slider('Bottleneck size').press('ArrowRight');
  await playground.choice('Loss').selectOption('bce');
  await playground.slider('Batch size').press('ArrowLeft');
  const changed = {
    v: '1',
    hidden: '32',
    noise: 'gaussian',
    noiseLevel: '0.51',
    codeSize: '33',
    loss: 'bce',
    batchSize: '64',
  };
  await expect.poll(() => query(page.url())).toEqual(changed);

  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await playground.button('Share').click();
  await expect(playground.notice(/The link to this experiment is copied/)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(query(link)).toEqual(changed);

  const other = new Playground(await context.newPage());
  await other.page.goto(link);
  await expect(other.family('Denoising')).toBeChecked();
  await expect(other.choice('Noise')).toHaveValue('gaussian');
  await expect(other.slider('Noise level')).toHaveValue('0.51');
  await expect(other.slider('Bottleneck size')).toHaveValue('33');
  await expect(other.choice('Loss')).toHaveValue('bce');
  await expect(other.slider('Batch size')).toHaveValue('64');
  await expect(other.slider('Layer 1')).toHaveValue('32');
  await expect(other.notices).toHaveCount(0);
  // The same experiment starts from the same network, bit for bit.
  await playground.reset.click();
  expect(await other.measured(0)).toBe(await playground.measured(0));
  expect(query(other.page.url())).toEqual(changed);
});

test('restoring the defaults leaves only the version', async ({ page, playground }) => {
  await playground.open('v=1&noise=masking&noiseLevel=0.3');
  await playground.slider('Noise level').fill('0.5');
  await playground.choice('Noise').selectOption('none');
  await expect.poll(() => query(page.url())).toEqual({ v: '1' });
});

test('an invalid link falls back to defaults and limits, and lists each correction', async ({
  playground,
}) => {
  await playground.openReady(
    'v=1&codeSize=4000&loss=banana&hidden=99999-1-16&noise=gaussian&noiseLevel=much&foo=1&seed=7',
  );
  const notice = playground.notice(/6 things in this link were changed/);
  await expect(notice).toBeVisible();
  for (const words of [
    'codeSize “4000” became 1024.',
    'A code above 128 needs a sparsity penalty: without one the network could just copy. So codeSize became 128.',
    'loss “banana” is not valid; mse is used.',
    'hidden “99999-1-16” became 1024-4-16.',
    'noiseLevel “much” is not valid; 0.5 is used.',
    '“foo” is not a setting and was left out.',
  ]) {
    await expect.soft(notice).toContainText(words);
  }
  await expect(playground.slider('Bottleneck size')).toHaveValue('128');
  await expect(playground.choice('Loss')).toHaveValue('mse');
  await expect(playground.slider('Layer 1')).toHaveValue('1024');
  await expect(playground.slider('Layer 2')).toHaveValue('4');
  await expect(playground.slider('Noise level')).toHaveValue('0.5');
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(playground.notices).toHaveCount(0);
});
