// Incompatible settings cannot be combined, and the control says why. A failed run is reported with a way to recover.
import { expect, test } from './story';

test('KL sparsity forces a sigmoid code, and the other activations say why they are disabled', async ({
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
  // Without the penalty every activation is available again.
  await playground.choice('Sparsity').selectOption('none');
  await expect(activation.getByRole('option', { name: 'ReLU' })).toBeEnabled();
});

test('a long code needs a penalty: a link without one is corrected, and the page says so', async ({
  playground,
}) => {
  await playground.open('v=1&hidden=32&codeSize=500');
  await expect(playground.notice(/needs a sparsity penalty/)).toBeVisible();
  await expect(playground.slider('Bottleneck size')).toHaveValue('128');
  await expect(playground.slider('Bottleneck size')).toHaveAttribute('max', '128');
  await playground.choice('Sparsity').selectOption('l1');
  await expect(playground.slider('Bottleneck size')).toHaveAttribute('max', '1024');
});

test('shows only the settings that the experiment uses, with their formulas', async ({
  page,
  playground,
}) => {
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

test('a diverging run rolls back, reports the step and the cause, and resumes at a lower learning rate', async ({
  page,
  playground,
}) => {
  // A loss summed over 784 pixels with plain gradient descent at rate 1: each step overshoots more than the last.
  await playground.openReady(
    'v=1&hidden=32&codeKind=gaussian&activation=linear&optimizer=sgd&learningRate=1',
  );
  await playground.train.click();
  const notice = playground.notice(/Training stopped at step [\d,]+: .*back at step/);
  await expect(notice).toBeVisible({ timeout: 60_000 });
  await expect(playground.train).toBeVisible();
  await page.getByRole('button', { name: /^Train on at / }).click();
  await expect
    .poll(async () => Number(await playground.slider('Learning rate').inputValue()))
    .toBeLessThan(1);
});
