// The schema of an experiment with the kinds of this catalog, for parsing an address or anything else from outside.
import { experimentSchemaOf } from '../core/experiment/experiment';
import { corruptions } from './corruptions/registry';
import { losses } from './losses/registry';
import { optimizers } from './optimizers/registry';
import { sparsityPenalties } from './sparsity/registry';

export const experimentSchema = experimentSchemaOf({
  noise: corruptions,
  loss: losses,
  sparsity: sparsityPenalties,
  optimizer: optimizers,
});
