// What cannot work together cannot be chosen, and the control says why; a run that fails says so and offers a way on.
import { expect, test } from './story';

test('under KL sparsity the code is sigmoid, and the other activations say why not', async ({
  page,
  playground,
}) => {
  await playground.openReady('v=1&hidden=48&codeActivation=relu');
  await playground.choice('Sparsity').selectOption('kl');
  await page.getByText('Advanced', { exact: true }).click();
  const activation = playground.choice('Code activation');
  await expect(activation).toHaveValue('sigmoid');
  await expect(activation.getByRole('option', { name: 'ReLU' })).toBeDisabled();
  await expect(page.getByText(/only sigmoid units keep to/).first()).toBeVisible();
  // The way back: without the penalty every activation can be chosen again.
  await playground.choice('Sparsity').selectOption('none');
  await expect(activation.getByRole('option', { name: 'ReLU' })).toBeEnabled();
});

test('a long code needs a penalty: a link that asks for one without is mended, and says so', async ({
  playground,
}) => {
  await playground.open('v=1&hidden=32&codeSize=500');
  await expect(playground.notice(/needs a sparsity penalty/)).toBeVisible();
  await expect(playground.slider('Bottleneck size')).toHaveValue('128');
  await expect(playground.slider('Bottleneck size')).toHaveAttribute('max', '128');
  await playground.choice('Sparsity').selectOption('l1');
  await expect(playground.slider('Bottleneck size')).toHaveAttribute('max', '1024');
});

test('only what the experiment uses is shown, with its formula', async ({ page, playground }) => {
  await playground.openReady('v=1&hidden=32');
  for (const name of ['Beta', 'Sparsity weight', 'Target activation', 'Noise level', 'Filters']) {
    await expect(playground.slider(name)).toHaveCount(0);
  }
  await playground.choice('Sparsity').selectOption('l1');
  await expect(playground.slider('Sparsity weight')).toBeVisible();
  await expect(playground.slider('Target activation')).toHaveCount(0);
  await expect(page.locator('.katex').first()).toBeVisible();
  await playground.slider('Sparsity weight').press('Home');
  await expect(playground.slider('Sparsity weight')).toHaveValue('0');
});

test('a run that diverges goes back, says at which step and why, and trains on at a smaller rate', async ({
  page,
  playground,
}) => {
  // A loss summed over 784 pixels under plain gradient descent at rate 1: each step overshoots more than the last.
  await playground.openReady(
    'v=1&hidden=32&codeKind=gaussian&activation=linear&optimizer=sgd&learningRate=1',
  );
  await playground.train.click();
  const notice = playground.notice(/Training stopped at step [\d,]+: .*last good weights/);
  await expect(notice).toBeVisible({ timeout: 60_000 });
  await expect(playground.train).toBeVisible();
  await page.getByRole('button', { name: /^Train on at / }).click();
  await expect
    .poll(async () => Number(await playground.slider('Learning rate').inputValue()))
    .toBeLessThan(1);
});
