// Convolutional networks: the diagram shows feature maps, and both backends train them.
import { expect, test } from './story';

test('a convolutional network trains, and the diagram shows its feature maps', async ({ playground }) => {
  await playground.openReady('v=1&codeSize=8');
  await playground.choice('Architecture').selectOption('convolutional');
  const diagram = playground.region('Architecture diagram');
  await expect(diagram).toContainText('14×14×16');
  await expect(diagram).toContainText('7×7×32');
  await expect(diagram).toContainText('784 numbers to 8');
  await playground.slider('Convolutions').press('ArrowRight');
  await expect(diagram).toContainText('4×4×64');
  await playground.slider('Filters').press('Home');
  await expect(diagram).toContainText('14×14×4');
  const untrained = await playground.measured(0);
  await playground.startTraining();
  await playground.trainedBeyond(60);
  const step = await playground.stopTraining();
  expect(await playground.measured(step)).toBeLessThan(untrained / 2);
  // The bottleneck resizes without a restart.
  await playground.slider('Bottleneck size').press('ArrowRight');
  await expect(diagram).toContainText('784 numbers to 9');
  expect(await playground.value('Step')).toBe(step);
});

test('a convolutional variational network trains on WebGL', async ({ playground }) => {
  test.slow();
  await playground.openReady(
    'v=1&codeSize=2&architecture=convolutional&filters=4&codeKind=gaussian&batchSize=16',
  );
  await playground.choice('Backend').selectOption('webgl');
  await expect(playground.readOut('Backend')).toHaveAttribute('data-value', 'webgl', { timeout: 60_000 });
  await playground.startTraining();
  await playground.trainedBeyond(2);
  expect(await playground.value('Train loss')).toBeGreaterThan(0);
});
