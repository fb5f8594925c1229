// Variational autoencoders.
import { t } from '@lingui/core/macro';
import { controlTexts } from '../../../core/experiment/control-texts';
import { codeKinds, gaussianKlFormula } from '../../code-kinds/registry';
import { families } from '../../families/registry';
import type { GlossaryEntry } from '../entry';
import { latentSpace, lossCurves } from '../panel-names';

const codeKind = { view: 'train', control: controlTexts.codeKind.label } as const;
const beta = { view: 'train', control: controlTexts.beta.label } as const;

export const variational = {
  variational: {
    term: families.variational.label,
    sentence: t`An autoencoder whose encoder gives a Gaussian instead of a point and whose codes are pulled towards a known distribution, so that new samples can be drawn.`,
    effect: families.variational.summary,
    formula: controlTexts.beta.formula,
    places: [{ view: 'train', control: t`Family` }, codeKind],
    sources: ['kingma2014', 'rezende2014'],
    related: ['prior', 'posterior', 'reparameterisation', 'elbo', 'beta', 'generation'],
    alsoCalled: t`VAE, variational autoencoder`,
  },
  prior: {
    term: t({
      message: 'Prior',
      comment: 'in Bayesian statistics: the distribution of codes that is assumed beforehand',
    }),
    sentence: t`The distribution that codes are pulled towards, a standard Gaussian; new samples are decoded from codes drawn from it.`,
    formula: String.raw`p(z) = \mathcal{N}(0, I)`,
    places: [{ view: 'generate' }, codeKind],
    sources: ['kingma2014'],
    related: ['posterior', 'kl-divergence', 'generation', 'variational'],
  },
  posterior: {
    term: t`Approximate posterior`,
    sentence: t`The Gaussian of codes that the encoder gives for one sample: a mean and a spread for every number of the code.`,
    effect: codeKinds.gaussian.summary,
    formula: String.raw`q(z \mid x) = \mathcal{N}\bigl(\mu(x),\, \sigma^2(x)\bigr)`,
    places: [codeKind, { view: 'train', control: latentSpace }],
    sources: ['kingma2014', 'rezende2014'],
    related: ['prior', 'reparameterisation', 'kl-divergence', 'posterior-collapse'],
    alsoCalled: t`mean and variance of the code, zMean, zLogVar`,
  },
  reparameterisation: {
    term: t`Reparameterisation`,
    sentence: t`Drawing a code as the mean plus the spread times a standard normal number, so that gradients can pass through the random draw.`,
    effect: codeKinds.gaussian.summary,
    formula: codeKinds.gaussian.formula,
    places: [codeKind],
    sources: ['kingma2014', 'rezende2014'],
    related: ['posterior', 'gradient', 'variational'],
    alsoCalled: t`reparameterization trick`,
  },
  'kl-divergence': {
    term: t`KL divergence`,
    sentence: t`How far one distribution is from another, in nats: here of each sample’s Gaussian of codes from the prior, 0 where they are the same.`,
    formula: gaussianKlFormula,
    places: [{ view: 'train', control: lossCurves }, codeKind],
    sources: ['kullback1951', 'kingma2014'],
    related: ['prior', 'posterior', 'beta', 'elbo', 'kl-sparsity'],
    alsoCalled: t`Kullback–Leibler divergence, relative entropy, rate`,
  },
  elbo: {
    term: 'ELBO',
    sentence: t`The evidence lower bound: what a variational autoencoder maximises, and at most the log-likelihood of the samples; its negative is reconstruction plus KL divergence.`,
    formula: String.raw`\log p(x) \ge \mathbb{E}_{q}\bigl[\log p(x \mid z)\bigr] - \mathrm{KL}\bigl(q(z \mid x) \,\|\, p(z)\bigr)`,
    places: [{ view: 'train', control: t`Negative ELBO` }],
    sources: ['kingma2014', 'rezende2014'],
    related: ['kl-divergence', 'binary-cross-entropy', 'beta', 'variational'],
    alsoCalled: t`evidence lower bound, variational bound`,
  },
  beta: {
    term: controlTexts.beta.label,
    sentence: t`The weight of the KL divergence in the loss of a variational autoencoder.`,
    effect: controlTexts.beta.summary,
    formula: controlTexts.beta.formula,
    places: [beta, { view: 'sweeps' }],
    sources: ['higgins2017'],
    related: ['kl-divergence', 'elbo', 'rate-distortion', 'posterior-collapse', 'beta-warm-up'],
    alsoCalled: t`beta-VAE`,
  },
  'posterior-collapse': {
    term: t`Posterior collapse`,
    sentence: t`When the encoder gives the prior for every sample in some units: their KL divergence is 0, and they tell the decoder nothing.`,
    formula: String.raw`q(z_j \mid x) = p(z_j)`,
    places: [beta, { view: 'sliders' }],
    sources: ['bowman2016', 'alemi2018'],
    related: ['beta', 'beta-warm-up', 'kl-divergence', 'active-unit'],
    alsoCalled: t`inactive units`,
  },
  'beta-warm-up': {
    term: controlTexts.betaWarmUp.label,
    sentence: t`Raising beta from 0 over the first epochs, so that the code is in use before it costs anything.`,
    effect: controlTexts.betaWarmUp.summary,
    formula: controlTexts.betaWarmUp.formula,
    places: [{ view: 'train', control: controlTexts.betaWarmUp.label }],
    sources: ['bowman2016'],
    related: ['beta', 'posterior-collapse', 'kl-divergence'],
    alsoCalled: t`KL annealing, KL warm-up`,
  },
  'rate-distortion': {
    term: t`Rate–distortion`,
    sentence: t`What a code costs in nats against the error that is left; with beta one moves along this trade-off.`,
    formula: String.raw`D + \beta R`,
    places: [{ view: 'sweeps', control: controlTexts.beta.label }],
    sources: ['alemi2018', 'higgins2017'],
    related: ['beta', 'kl-divergence', 'reconstruction-error', 'compression'],
  },
} satisfies Record<string, GlossaryEntry>;
