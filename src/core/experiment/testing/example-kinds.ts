// Kinds for the tests of this folder, which cannot see the catalog: those that the rules and the defaults name, and others.
import { experimentSchemaOf } from '../experiment';

const kinds = {
  noise: { none: 0, gaussian: 0, saltPepper: 0, masking: 0, block: 0, side: 0, holes: 0 },
  loss: { mse: 0, mae: 0, bce: 0 },
  sparsity: { none: 0, l1: 0, kl: 0 },
  optimizer: { adam: 0, rmsprop: 0, sgd: 0 },
};

export const corruptionIds = Object.keys(kinds.noise);
export const lossIds = Object.keys(kinds.loss);
export const sparsityIds = Object.keys(kinds.sparsity);
export const optimizerIds = Object.keys(kinds.optimizer);
export const experimentSchema = experimentSchemaOf(kinds);
