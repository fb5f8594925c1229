// The four families: what each one sets, shows and measures.
import type { Page } from '@playwright/test';
import type { Playground } from './playground';
import { expect, test } from './story';

test('Sparse shows active units, their average count and mean activations against rho', async ({
  page,
  playground,
}) => {
  await playground.openReady('v=1&hidden=48&codeSize=40');
  await playground.family('Sparse').check();
  await expect(playground.choice('Sparsity')).toHaveValue('kl');
  // Settings the person has changed stay; the preset sets only the others.
  await expect(playground.slider('Bottleneck size')).toHaveValue('40');
  await expect(playground.slider('Target activation')).toHaveValue('0.05');
  await playground.startTraining();
  await playground.trainedBeyond(100);
  const curves = playground.region('Loss curves');
  await expect(curves.getByRole('button', { name: /sparsity/ })).toBeVisible();
  await playground.stopTraining();

  await page.getByRole('radiogroup', { name: 'Latent view' }).getByRole('radio', { name: 'Units' }).check();
  const latent = playground.region('Latent space');
  await expect(latent).toContainText(
    /\d+(\.\d)? of 40 units active on average over 10,000 test images \(above 0\.1\)/,
  );
  const active = await playground.value('Active units');
  expect(active).toBeGreaterThan(0);
  expect(active).toBeLessThanOrEqual(40);
});

test('Variational shows reconstruction and KL in nats, the negative ELBO as their sum, and a bar per unit', async ({
  page,
  playground,
}) => {
  await playground.openReady('v=1&hidden=48&codeSize=6');
  await playground.family('Variational').check();
  await expect(playground.choice('Loss')).toHaveValue('bce');
  await expect(playground.slider('Beta')).toHaveValue('1');
  await expect(playground.choice('Sparsity')).toHaveCount(0);
  const untrained = await playground.measured(0);
  await playground.startTraining();
  await playground.trainedBeyond(150);
  const curves = playground.region('Loss curves');
  for (const line of ['reconstruction', 'KL', '−ELBO']) {
    await expect(curves.getByRole('button', { name: line, exact: true })).toBeVisible();
  }
  const step = await playground.stopTraining();
  expect(await playground.measured(step)).toBeLessThan(untrained);
  const elbo = await playground.value('Negative ELBO');
  expect(elbo).toBeGreaterThan(80);
  // With beta 1 and no warm-up, the objective equals the negative ELBO.
  expect(await playground.value('Test loss')).toBeCloseTo(elbo, 4);
  await playground.slider('Beta').press('Home');
  await playground.until('Test loss', (loss) => loss < elbo - 0.5, 'no longer counts the KL term');
  expect(await playground.value('Negative ELBO')).toBeCloseTo(elbo, 3);

  await page.getByRole('radiogroup', { name: 'Latent view' }).getByRole('radio', { name: 'Units' }).check();
  await expect(playground.region('Latent space')).toContainText(/of 6 units carry information/);

  const invented = playground.region('Reconstructions').getByRole('img', { name: 'Samples from the prior' });
  await expect(invented).toBeVisible();
  await followOneStep(page, playground, step);
});

/** Slow motion makes one step, draws its code as its numbers say, and another throw of the die trains nothing. */
async function followOneStep(page: Page, playground: Playground, before: number): Promise<void> {
  await playground.button('Slow motion').click();
  await playground.button('Take a step').click();
  const part = page.getByRole('radiogroup', { name: 'Part of the step' });
  await part.getByRole('radio', { name: 'Draw' }).check();
  await expect(playground.readOut('Step')).toHaveAttribute('data-value', String(before + 1));
  const numbers = async () => {
    const cells = page.getByRole('table', { name: 'The code, number by number' }).locator('td');
    return cells.evaluateAll((all) => all.map((cell) => Number(cell.dataset['value'])));
  };
  const [mean = NaN, spread = NaN, die = NaN, z = NaN] = await numbers();
  expect(z).toBeCloseTo(mean + spread * die, 4);
  await playground.button('Roll the die again').click();
  await expect(page.getByText('The step was not trained with it.')).toBeVisible();
  const [sameMean, , otherDie] = await numbers();
  expect(sameMean).toBe(mean);
  expect(otherDie).not.toBe(die);
  await part.getByRole('radio', { name: 'Update' }).check();
  await expect(page.getByRole('region', { name: 'Slow motion', exact: true })).toContainText(
    'learning rate of 0.002',
  );
  await expect(playground.readOut('Step')).toHaveAttribute('data-value', String(before + 1));
}

test('every family setting can be changed, and the badge names the result', async ({ page, playground }) => {
  await playground.openReady('v=1&hidden=48');
  const badge = page.getByRole('status', { name: 'Experiment family' });
  await expect(badge).toHaveText('undercomplete');
  await playground.family('Denoising').check();
  await expect(badge).toHaveText('denoising');
  await playground.choice('Sparsity').selectOption('l1');
  await expect(badge).toHaveText('denoising + L1 sparse');
  await expect(playground.family('Sparse')).toBeChecked();
  await expect(page).toHaveURL(/sparsity=l1/);
  await playground.startTraining();
  await playground.choice('Architecture').selectOption('convolutional');
  await expect(badge).toHaveText('convolutional denoising + L1 sparse');
  await playground.trainedBeyond(5);
});

test('training the four families in succession logs no warnings or errors', async ({ playground }) => {
  await playground.openReady('v=1&hidden=32&batchSize=64');
  await playground.startTraining();
  for (const family of ['Variational', 'Sparse', 'Denoising', 'Undercomplete'] as const) {
    await playground.family(family).check();
    await expect(playground.family(family)).toBeChecked();
    await playground.trainedBeyond(20);
  }
  await expect(playground.slider('Bottleneck size')).toHaveValue('16');
});
