// The networks of the speed bench as our experiments; the peers build the same from their plans and weights.
import { familyPatch } from '../../src/catalog/families/registry';
import {
  defaultExperiment,
  type Experiment,
  type ExperimentPatch,
} from '../../src/core/experiment/experiment';
import { withPatch } from '../../src/core/experiment/rules';

/** ReLU, linear code, sigmoid output, mean squared error, Adam 1e-3. */
const plain: ExperimentPatch = { learningRate: 0.001 };

export const networks = {
  reference: experiment({ ...plain, hidden: [256, 64], codeSize: 16, batchSize: 128 }),
  'reference-512': experiment({ ...plain, hidden: [256, 64], codeSize: 16, batchSize: 512 }),
  small: experiment({ ...plain, hidden: [64], codeSize: 2, batchSize: 64 }),
  large: experiment({ ...plain, hidden: [1000, 500, 250], codeSize: 30, batchSize: 128 }),
  convolutional: experiment({ ...plain, architecture: 'convolutional', codeSize: 16, batchSize: 128 }),
  signals: experiment({
    ...plain,
    architecture: 'convolutional',
    codeSize: 16,
    batchSize: 128,
    outputActivation: 'linear',
  }),
  sparse: experiment({ ...familyPatch('sparse', defaultExperiment), ...plain, batchSize: 128 }),
  vae: experiment({
    ...familyPatch('variational', defaultExperiment),
    ...plain,
    codeSize: 20,
    beta: 1,
    batchSize: 128,
  }),
} satisfies Record<string, Experiment>;

export type NetworkId = keyof typeof networks;

/** Points of the signals that a network is trained on, in one channel; the others have images. */
export const signalLengths: Partial<Record<NetworkId, number>> = { signals: 128 };

/** Adam's constants, the same for all contenders. */
export const adam = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 } as const;

function experiment(patch: ExperimentPatch): Experiment {
  return withPatch(defaultExperiment, patch);
}
