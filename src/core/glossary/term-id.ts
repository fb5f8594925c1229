// The terms of the glossary by their ids, and the address of each. The entries are in catalog/glossary, which loads with whatever
// shows them: only the ids are in the first script, and as types they weigh nothing.

export type TermId =
  // what an autoencoder is
  | 'sample'
  | 'autoencoder'
  | 'encoder'
  | 'decoder'
  | 'code'
  | 'bottleneck'
  | 'latent-space'
  | 'reconstruction'
  | 'reconstruction-error'
  | 'compression'
  | 'baseline'
  // layers
  | 'unit'
  | 'weights'
  | 'hidden-layer'
  | 'dense-layer'
  | 'convolution'
  | 'transposed-convolution'
  | 'activation-function'
  | 'relu'
  | 'elu'
  | 'tanh'
  | 'sigmoid'
  | 'linear-activation'
  // losses
  | 'loss'
  | 'mean-squared-error'
  | 'binary-cross-entropy'
  | 'mean-absolute-error'
  // training
  | 'epoch'
  | 'step'
  | 'batch'
  | 'gradient'
  | 'learning-rate'
  | 'learning-rate-schedule'
  | 'optimizer'
  | 'adam'
  | 'rmsprop'
  | 'momentum'
  | 'weight-decay'
  | 'gradient-clipping'
  | 'seed'
  | 'backend'
  | 'checkpoint'
  // what is measured on which samples
  | 'data-set'
  | 'training-set'
  | 'test-set'
  | 'validation-set'
  | 'overfitting'
  | 'early-stopping'
  | 'run'
  | 'sweep'
  | 'spread'
  // linear methods
  | 'pca'
  | 'explained-variance'
  | 'linear-autoencoder'
  | 'linear-denoiser'
  | 'mean-image'
  | 'median-filter'
  // families
  | 'family'
  | 'undercomplete'
  | 'sparse'
  | 'sparsity-penalty'
  | 'l1'
  | 'kl-sparsity'
  | 'target-activation'
  | 'active-unit'
  | 'denoising'
  | 'corruption'
  | 'gaussian-noise'
  | 'masking-noise'
  | 'salt-and-pepper'
  | 'input-dropout'
  // variational
  | 'variational'
  | 'prior'
  | 'posterior'
  | 'reparameterisation'
  | 'kl-divergence'
  | 'elbo'
  | 'beta'
  | 'posterior-collapse'
  | 'beta-warm-up'
  | 'rate-distortion'
  // the latent space
  | 'manifold'
  | 'interpolation'
  | 'latent-arithmetic'
  | 'generation'
  | 'two-sample-test'
  | 'nearest-neighbour'
  | 'linear-probe'
  | 'umap'
  | 'trustworthiness'
  | 'procrustes'
  // applications
  | 'anomaly'
  | 'anomaly-score'
  | 'threshold'
  | 'true-positive-rate'
  | 'precision'
  | 'roc-curve'
  | 'auroc'
  | 'average-precision'
  | 'inpainting'
  | 'mask'
  | 'spectrogram'
  | 'snr'
  | 'spectral-gate'
  | 'wiener-filter'
  | 'out-of-distribution';

const page = '#learn/glossary';

/** The address of a term in the glossary. */
export function termHref(term: TermId): string {
  return `${page}/${term}`;
}

/** The id that an address within the glossary names, which need not be that of a term; null where it names none. */
export function namedTerm(hash: string): string | null {
  return hash.startsWith(`${page}/`) ? hash.slice(page.length + 1) : null;
}
