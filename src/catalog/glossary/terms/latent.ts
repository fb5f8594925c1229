// What there is to see in a latent space, and to do.
import { t } from '@lingui/core/macro';
import type { GlossaryEntry } from '../entry';
import { codeMap, latentSpace } from '../panel-names';

const map = { view: 'train', control: latentSpace } as const;

export const latent = {
  manifold: {
    term: t`Manifold`,
    sentence: t`The curved surface on which real samples lie among all that could be: of all pictures of 784 pixels, hardly any look like a digit.`,
    places: [{ view: 'sliders', control: codeMap }, map],
    sources: ['bengio2013', 'goodfellow2016'],
    related: ['latent-space', 'interpolation', 'decoder', 'denoising'],
  },
  interpolation: {
    term: t`Interpolation`,
    sentence: t`Going from one code to another in small steps and decoding each: where the latent space is well filled, the samples on the way look real.`,
    formula: String.raw`z(s) = (1 - s)\, z_a + s\, z_b`,
    places: [{ view: 'interpolation' }],
    sources: ['shoemake1985', 'radford2016'],
    related: ['latent-space', 'manifold', 'latent-arithmetic'],
    alsoCalled: t`morphing, spherical interpolation`,
  },
  'latent-arithmetic': {
    term: t`Latent arithmetic`,
    sentence: t`Adding the difference between the mean codes of two groups to a third code, in the hope that a property goes with it.`,
    formula: String.raw`\bar z_a - \bar z_b + \bar z_c`,
    places: [{ view: 'arithmetic' }],
    sources: ['radford2016'],
    related: ['latent-space', 'interpolation', 'code'],
    alsoCalled: t`vector arithmetic, analogy`,
  },
  generation: {
    term: t`Generating`,
    sentence: t`Decoding codes that no sample has: drawn from the prior of a variational autoencoder, or from a Gaussian fitted to the codes of another.`,
    formula: String.raw`\hat x = g(z), \quad z \sim p(z)`,
    places: [{ view: 'generate' }],
    sources: ['kingma2014'],
    related: ['prior', 'variational', 'decoder', 'two-sample-test'],
    alsoCalled: t`sampling, generative model`,
  },
  'two-sample-test': {
    term: t`Two-sample test`,
    sentence: t`Asking whether generated and real samples can be told apart, by whether a sample’s nearest neighbour is of its own kind: one half where they cannot.`,
    places: [{ view: 'generate' }],
    sources: ['lopezPaz2017'],
    related: ['generation', 'nearest-neighbour'],
  },
  'nearest-neighbour': {
    term: t`Nearest neighbour`,
    sentence: t`The training sample, or the code of one, at the smallest distance; a simple method that often beats networks at finding anomalies.`,
    places: [
      { view: 'quality' },
      { view: 'anomalies', control: t`AUROC of nearest neighbour` },
      { view: 'inpainting', control: t`Hole MSE of nearest neighbours` },
    ],
    sources: ['cover1967'],
    related: ['baseline', 'linear-probe', 'anomaly-score', 'umap'],
    alsoCalled: t`k-NN, k nearest neighbours`,
  },
  'linear-probe': {
    term: t`Linear probe`,
    sentence: t`A linear classifier that is given only the codes: how often it is right says how plainly the code tells the classes apart.`,
    places: [{ view: 'quality' }],
    sources: ['alain2016'],
    related: ['nearest-neighbour', 'code', 'trustworthiness'],
    alsoCalled: t`classifier probe`,
  },
  umap: {
    term: 'UMAP',
    sentence: t`A map of codes in two dimensions that keeps near codes near; distances between groups mean little, and it has no inverse.`,
    places: [{ view: 'sliders', control: codeMap }],
    sources: ['mcinnes2018'],
    related: ['pca', 'trustworthiness', 'latent-space', 'nearest-neighbour'],
    alsoCalled: t`t-SNE, embedding`,
  },
  trustworthiness: {
    term: t`Trustworthiness`,
    sentence: t`How far neighbours on a map are neighbours in the full space too: 1 where all are, about one half for a random map.`,
    formula: String.raw`1 - \tfrac{2}{n k (2n - 3k - 1)} \textstyle\sum_i \sum_{j \in U_k(i)} \bigl(r(i, j) - k\bigr)`,
    places: [{ view: 'quality' }],
    sources: ['venna2001'],
    related: ['umap', 'nearest-neighbour', 'pca'],
  },
  procrustes: {
    term: t`Procrustes alignment`,
    sentence: t`Turning and mirroring one map so that its points come as near as possible to those of another, since the axes of two networks have nothing to do with each other.`,
    formula: String.raw`\min_{R^{\top} R = I} \lVert Y - X R \rVert^2`,
    places: [{ view: 'runs', control: t`Latent spaces` }],
    sources: ['schonemann1966'],
    related: ['latent-space', 'pca', 'run'],
  },
} satisfies Record<string, GlossaryEntry>;
