// Compares the gradient used in training with central differences of the objective itself. Both share the objective's code,
// which objective-terms.browser.test.ts checks against plain numbers.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  activationIds,
  defaultExperiment,
  type Experiment,
  type ExperimentPatch,
} from '../../core/experiment/experiment';
import type { SampleShape } from '../../core/samples/samples';
import { Network } from '../network/network';
import {
  compareWithDifferences,
  objectiveOf,
  randomBatch,
  smoothCheckpoint,
  trainedGradients,
} from '../testing/finite-differences';
import { startForTest } from '../testing/start-backend';

interface Case {
  name: string;
  patch: ExperimentPatch;
  shape?: SampleShape;
}

const tiny: ExperimentPatch = { hidden: [5], codeSize: 3, filters: 4, activation: 'tanh', optimizer: 'sgd' };
const gaussian: ExperimentPatch = { codeKind: 'gaussian', codeActivation: 'linear' };
const convolutional: ExperimentPatch = { architecture: 'convolutional', activation: 'relu', convLayers: 1 };

const cases: Case[] = [
  { name: 'MSE behind a sigmoid', patch: { loss: 'mse' } },
  { name: 'MSE of a linear output', patch: { loss: 'mse', outputActivation: 'linear' } },
  { name: 'MAE behind a sigmoid', patch: { loss: 'mae' } },
  { name: 'MAE of a linear output', patch: { loss: 'mae', outputActivation: 'linear' } },
  { name: 'BCE from logits', patch: { loss: 'bce' } },
  ...activationIds.map((activation) => ({ name: `hidden layers with ${activation}`, patch: { activation } })),
  ...(['relu', 'tanh', 'sigmoid'] as const).map((codeActivation) => ({
    name: `a code with ${codeActivation}`,
    patch: { codeActivation },
  })),
  ...(['linear', 'relu', 'tanh'] as const).map((codeActivation) => ({
    name: `L1 on a code with ${codeActivation}`,
    patch: { codeActivation, sparsity: 'l1' as const, sparsityWeight: 0.1 },
  })),
  ...(['mse', 'mae', 'bce'] as const).flatMap((loss) =>
    (['hole', 'weighted'] as const).map((lossOn) => ({
      name: `${loss} on ${lossOn}`,
      patch: { loss, lossOn, noise: 'block', holeWeight: 5 },
    })),
  ),
  { name: 'a mask beside the image', patch: { noise: 'block', maskInput: 'on' } },
  {
    name: 'a mask beside an image for convolutions, the loss on the hole',
    patch: { ...convolutional, noise: 'block', maskInput: 'on', lossOn: 'hole' },
    shape: [4, 4, 2],
  },
  {
    name: 'KL sparsity',
    patch: { codeActivation: 'sigmoid', sparsity: 'kl', sparsityWeight: 0.1, targetActivation: 0.05 },
  },
  { name: 'a Gaussian code under BCE', patch: { ...gaussian, loss: 'bce' } },
  { name: 'a Gaussian code under MSE and beta 4', patch: { ...gaussian, loss: 'mse', beta: 4 } },
  { name: 'a Gaussian code under MAE and beta 0', patch: { ...gaussian, loss: 'mae', beta: 0 } },
  { name: 'a convolution and a transposed one', patch: convolutional, shape: [4, 4, 1] },
  { name: 'convolutions on odd sides, cropped on the way up', patch: { ...convolutional, convLayers: 2 } },
  { name: 'convolutions on an oblong with two channels', patch: convolutional, shape: [3, 6, 2] },
  { name: 'convolutions in colour on an odd oblong', patch: convolutional, shape: [5, 4, 3] },
  { name: 'convolutions over a signal', patch: { ...convolutional, loss: 'mae' }, shape: [7, 2] },
  {
    name: 'convolutions over an odd signal of three channels to a linear output',
    patch: { ...convolutional, convLayers: 2, outputActivation: 'linear' },
    shape: [11, 3],
  },
  {
    name: 'convolutions to a Gaussian code under BCE',
    patch: { ...convolutional, ...gaussian, activation: 'elu', loss: 'bce' },
  },
  {
    name: 'convolutions to a code under KL sparsity',
    patch: { ...convolutional, codeActivation: 'sigmoid', sparsity: 'kl', sparsityWeight: 0.1 },
  },
];

/**
 * The step of a weight to either side. Near corners of the objective it is small enough that no sum crosses one; where the
 * objective is smooth it is larger, so that float32 separates the two sides well.
 */
function stepOf({ activation, codeActivation, loss, sparsity }: Experiment): number {
  const hasCorners =
    activation === 'relu' || codeActivation === 'relu' || loss === 'mae' || sparsity === 'l1';
  return hasCorners ? 1e-3 : 4e-3;
}

describe.each(['wasm', 'webgl', 'cpu'] as const)(
  'on %s the gradient matches finite differences',
  (backend) => {
    beforeAll(() => startForTest(backend));

    test.each(cases)('with $name', { timeout: 180_000 }, async ({ patch, shape = [5, 5, 1] }) => {
      const experiment = { ...defaultExperiment, ...tiny, ...patch };
      const step = stepOf(experiment);
      const batch = randomBatch(experiment, shape, 3);
      const network = new Network(smoothCheckpoint(experiment, shape, batch, 10 * step), shape, 3);
      const { value, gradients } = await trainedGradients(network, batch);
      const again = await objectiveOf(network, batch);
      expect(Math.abs(((await again.data<'float32'>())[0] ?? Number.NaN) / value - 1)).toBeLessThan(1e-5);
      again.dispose();
      const comparisons = await compareWithDifferences(network, batch, gradients, step);
      network.dispose();
      for (const { error, norm } of comparisons) {
        expect(norm).toBeGreaterThan(0);
        expect(error).toBeLessThan(1e-2);
      }
    });
  },
);
