// What an autoencoder is.
import { t } from '@lingui/core/macro';
import { controlTexts } from '../../../core/experiment/control-texts';
import { diagram, latentSpace, reconstructions, testMse } from '../panel-names';
import type { GlossaryEntry } from '../entry';

export const basics = {
  sample: {
    term: t({ message: 'Sample', comment: 'one item of a data set: an image, a signal' }),
    sentence: t`One item of a data set: an image, a sketch, a heartbeat, a stretch of a recording.`,
    places: [{ view: 'train', control: controlTexts.dataset.label }],
    related: ['data-set', 'training-set', 'reconstruction'],
  },
  autoencoder: {
    term: t`Autoencoder`,
    sentence: t`A network that learns to rebuild its own input after squeezing it through a short code, so the code has to keep what matters.`,
    formula: String.raw`\hat x = g(f(x))`,
    places: [{ view: 'train', control: diagram }],
    sources: ['rumelhart1986', 'hinton2006', 'goodfellow2016'],
    related: ['encoder', 'code', 'decoder', 'reconstruction-error', 'family'],
  },
  encoder: {
    term: t`Encoder`,
    sentence: t`The first half of the network: it turns a sample into a code.`,
    formula: String.raw`z = f(x)`,
    places: [{ view: 'train', control: diagram }],
    sources: ['hinton2006'],
    related: ['decoder', 'code', 'bottleneck', 'autoencoder'],
  },
  decoder: {
    term: t`Decoder`,
    sentence: t`The second half of the network: it turns any code into a sample, even a code that no sample has.`,
    formula: String.raw`\hat x = g(z)`,
    places: [{ view: 'train', control: diagram }, { view: 'sliders' }],
    sources: ['hinton2006'],
    related: ['encoder', 'code', 'reconstruction', 'generation'],
  },
  code: {
    term: t({ message: 'Code', comment: 'the numbers that the encoder outputs' }),
    sentence: t`The few numbers that the encoder makes of a sample; they are all that the decoder is given of it.`,
    formula: controlTexts.codeSize.formula,
    places: [{ view: 'sliders' }, { view: 'train', control: controlTexts.codeKind.label }],
    sources: ['hinton2006', 'bengio2013'],
    related: ['bottleneck', 'latent-space', 'encoder', 'decoder', 'unit'],
    alsoCalled: t`latent vector, embedding, representation`,
  },
  bottleneck: {
    term: t`Bottleneck`,
    sentence: t`The narrowest layer of the network; its size is how many numbers a code has, and so how much of a sample can get through.`,
    effect: controlTexts.codeSize.summary,
    formula: controlTexts.codeSize.formula,
    places: [
      { view: 'train', control: controlTexts.codeSize.label },
      { view: 'sweeps', control: t`Code size` },
    ],
    sources: ['hinton2006', 'goodfellow2016'],
    related: ['code', 'undercomplete', 'compression', 'pca'],
    alsoCalled: t`code size, latent dimension`,
  },
  'latent-space': {
    term: t`Latent space`,
    sentence: t`The space of all codes: each number of the code is one of its axes, each sample a point in it, and every point can be decoded.`,
    places: [{ view: 'train', control: latentSpace }, { view: 'sliders' }],
    sources: ['hinton2006', 'bengio2013'],
    related: ['code', 'manifold', 'interpolation', 'umap', 'pca', 'procrustes'],
    alsoCalled: t`code space, embedding space`,
  },
  reconstruction: {
    term: t`Reconstruction`,
    sentence: t`What the decoder makes of a sample’s code: the network’s attempt at its own input.`,
    formula: String.raw`\hat x = g(f(x))`,
    places: [{ view: 'train', control: reconstructions }],
    sources: ['hinton2006'],
    related: ['reconstruction-error', 'decoder', 'loss'],
  },
  'reconstruction-error': {
    term: t`Reconstruction error`,
    sentence: t`How far a reconstruction is from the clean sample; here it is the mean squared error unless another is named.`,
    formula: String.raw`\tfrac{1}{n} \lVert x - g(f(\tilde x)) \rVert^2`,
    places: [
      { view: 'train', control: testMse },
      { view: 'anomalies', control: t`Score` },
    ],
    sources: ['hinton2006', 'goodfellow2016'],
    related: ['loss', 'mean-squared-error', 'anomaly-score', 'test-set', 'baseline'],
  },
  compression: {
    term: t`Compression`,
    sentence: t`How many numbers of the input there are for each number of the code: 784 pixels in 16 numbers are 49 to 1.`,
    formula: String.raw`n / d`,
    places: [{ view: 'train', control: diagram }],
    sources: ['hinton2006'],
    related: ['bottleneck', 'code', 'pca'],
  },
  baseline: {
    term: t`Baseline`,
    sentence: t`A simple method without a network that is given the same samples, so that one can see what the network adds.`,
    places: [
      { view: 'train', control: t`PCA test MSE` },
      { view: 'anomalies', control: t`AUROC of nearest neighbour` },
      { view: 'sound', control: t`SNR of the Wiener filter` },
    ],
    sources: ['hinton2006'],
    related: ['pca', 'mean-image', 'linear-denoiser', 'nearest-neighbour', 'wiener-filter'],
  },
} satisfies Record<string, GlossaryEntry>;
