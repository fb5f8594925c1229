// The term of the glossary that explains a setting, or the entry of a registry that it names.
import type { Setting } from '../experiment/experiment';
import type { TermId } from './term-id';

const terms: Readonly<Record<Setting, TermId>> = {
  dataset: 'data-set',
  classes: 'training-set',
  validationShare: 'validation-set',
  architecture: 'hidden-layer',
  codeSize: 'bottleneck',
  codeKind: 'code',
  codeActivation: 'activation-function',
  hidden: 'hidden-layer',
  convLayers: 'convolution',
  filters: 'convolution',
  activation: 'activation-function',
  outputActivation: 'activation-function',
  noise: 'corruption',
  noiseLevel: 'corruption',
  inputDropout: 'input-dropout',
  maskInput: 'mask',
  loss: 'loss',
  lossOn: 'mask',
  holeWeight: 'mask',
  sparsity: 'sparsity-penalty',
  sparsityWeight: 'sparsity-penalty',
  targetActivation: 'target-activation',
  beta: 'beta',
  betaWarmUp: 'beta-warm-up',
  optimizer: 'optimizer',
  learningRate: 'learning-rate',
  schedule: 'learning-rate-schedule',
  scheduleEpochs: 'learning-rate-schedule',
  weightDecay: 'weight-decay',
  gradientClip: 'gradient-clipping',
  batchSize: 'batch',
  earlyStopping: 'early-stopping',
  seed: 'seed',
};

const activations: Readonly<Record<string, TermId>> = {
  relu: 'relu',
  elu: 'elu',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  linear: 'linear-activation',
};

/** Terms of the entries that have one of their own. */
const entryTerms: { readonly [S in Setting]?: Readonly<Record<string, TermId>> } = {
  architecture: { dense: 'dense-layer', convolutional: 'convolution' },
  codeKind: { gaussian: 'posterior' },
  activation: activations,
  codeActivation: activations,
  outputActivation: activations,
  noise: {
    gaussian: 'gaussian-noise',
    masking: 'masking-noise',
    saltPepper: 'salt-and-pepper',
    block: 'inpainting',
    side: 'inpainting',
    holes: 'inpainting',
  },
  loss: { mse: 'mean-squared-error', bce: 'binary-cross-entropy', mae: 'mean-absolute-error' },
  sparsity: { l1: 'l1', kl: 'kl-sparsity' },
  optimizer: { adam: 'adam', rmsprop: 'rmsprop', sgd: 'momentum' },
};

/** @param entry the id of the registry's entry that is chosen, if the setting names one */
export function settingTerm(setting: Setting, entry?: string): TermId {
  const ofEntries = entryTerms[setting];
  return (
    (entry !== undefined && ofEntries !== undefined && Object.hasOwn(ofEntries, entry)
      ? ofEntries[entry]
      : undefined) ?? terms[setting]
  );
}
