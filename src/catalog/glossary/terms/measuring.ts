// Which samples are learned from, which are measured on, and simple methods to compare with.
import { t } from '@lingui/core/macro';
import { controlTexts } from '../../../core/experiment/control-texts';
import type { GlossaryEntry } from '../entry';
import { codeMap, lossCurves, reconstructions, testMse } from '../panel-names';

const pcaError = { view: 'train', control: t`PCA test MSE` } as const;

export const measuring = {
  'data-set': {
    term: controlTexts.dataset.label,
    sentence: t`The samples that a network learns from and is measured on, split into a training set and a test set.`,
    effect: controlTexts.dataset.summary,
    places: [{ view: 'train', control: controlTexts.dataset.label }],
    sources: ['lecun1998'],
    related: ['sample', 'training-set', 'test-set', 'validation-set'],
  },
  'training-set': {
    term: t`Training set`,
    sentence: t`The samples that the network learns from.`,
    places: [{ view: 'train', control: controlTexts.classes.label }],
    sources: ['goodfellow2016'],
    related: ['sample', 'data-set', 'test-set', 'validation-set', 'overfitting', 'epoch'],
  },
  'test-set': {
    term: t`Test set`,
    sentence: t`Samples that the network never learns from, kept for the final number.`,
    places: [{ view: 'train', control: testMse }],
    sources: ['goodfellow2016'],
    related: ['training-set', 'validation-set', 'overfitting', 'reconstruction-error'],
    alsoCalled: t`held-out samples`,
  },
  'validation-set': {
    term: t`Validation set`,
    sentence: t`A share of the training samples that is held out to choose settings by, so that the test set stays unseen until the end.`,
    effect: controlTexts.validationShare.summary,
    places: [{ view: 'train', control: controlTexts.validationShare.label }],
    sources: ['prechelt1998', 'goodfellow2016'],
    related: ['test-set', 'early-stopping', 'overfitting', 'threshold'],
    alsoCalled: t`held-out samples`,
  },
  overfitting: {
    term: t`Overfitting`,
    sentence: t`Learning the training samples by heart: their error still falls, while that of held-out samples rises.`,
    places: [
      { view: 'train', control: lossCurves },
      { view: 'train', control: controlTexts.validationShare.label },
    ],
    sources: ['goodfellow2016', 'srivastava2014'],
    related: ['validation-set', 'early-stopping', 'weight-decay', 'test-set'],
    alsoCalled: t`generalisation`,
  },
  'early-stopping': {
    term: controlTexts.earlyStopping.label,
    sentence: t`Ending training when the error on held-out samples no longer falls, and keeping the best weights.`,
    effect: controlTexts.earlyStopping.summary,
    places: [{ view: 'train', control: controlTexts.earlyStopping.label }],
    sources: ['prechelt1998'],
    related: ['validation-set', 'overfitting', 'checkpoint'],
    alsoCalled: t`patience`,
  },
  pca: {
    term: 'PCA',
    sentence: t`Principal component analysis: the linear code that loses least squared error, found without training by projecting samples onto the directions in which they vary most.`,
    formula: String.raw`z = U_d^{\top} (x - \bar x), \quad \hat x = \bar x + U_d\, z`,
    places: [pcaError, { view: 'train', control: reconstructions }, { view: 'components' }],
    sources: ['pearson1901', 'hotelling1933', 'baldi1989'],
    related: ['linear-autoencoder', 'explained-variance', 'baseline', 'linear-denoiser'],
    alsoCalled: t`principal component analysis, eigenvectors, components, Karhunen–Loève`,
  },
  'explained-variance': {
    term: t`Explained variance`,
    sentence: t`The share of the samples’ total variance that is left when they are projected onto some axes.`,
    formula: String.raw`\textstyle\sum_{k \le d} \lambda_k \big/ \sum_k \lambda_k`,
    places: [{ view: 'components' }, { view: 'sliders', control: codeMap }],
    sources: ['hotelling1933'],
    related: ['pca', 'latent-space'],
  },
  'linear-autoencoder': {
    term: t`Linear autoencoder`,
    sentence: t`An autoencoder without activation functions; under squared error the best it can find is the subspace of PCA.`,
    formula: String.raw`\hat x = W_2 W_1 x`,
    places: [
      { view: 'train', control: controlTexts.activation.label },
      { view: 'train', control: controlTexts.codeActivation.label },
    ],
    sources: ['bourlard1988', 'baldi1989'],
    related: ['pca', 'linear-activation', 'autoencoder'],
  },
  'linear-denoiser': {
    term: t`Linear denoiser`,
    sentence: t`The best that a linear method can do with noisy inputs and as many numbers as the code has; without noise it is PCA.`,
    formula: String.raw`\min_{\operatorname{rank} B \le d} \lVert x - B \tilde x \rVert^2`,
    places: [{ view: 'train', control: t`Linear denoiser MSE` }],
    sources: ['izenman1975', 'wiener1949'],
    related: ['pca', 'denoising', 'wiener-filter', 'baseline'],
    alsoCalled: t`reduced-rank regression`,
  },
  'mean-image': {
    term: t`Mean image`,
    sentence: t`The average of all training samples, given as the answer to every sample: the error of a code of 0 numbers.`,
    formula: String.raw`\hat x = \bar x`,
    places: [{ view: 'train', control: t`Mean image MSE` }],
    sources: ['pearson1901'],
    related: ['baseline', 'pca'],
    alsoCalled: t`mean sample`,
  },
  'median-filter': {
    term: t`Median filter`,
    sentence: t`A denoiser that replaces each pixel by the median of the 3 × 3 pixels around it; it removes single black and white pixels well.`,
    places: [{ view: 'train', control: t`Median filter MSE` }],
    sources: ['vincent2010'],
    related: ['salt-and-pepper', 'denoising', 'baseline'],
  },
} satisfies Record<string, GlossaryEntry>;
