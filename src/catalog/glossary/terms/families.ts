// Undercomplete, sparse and denoising autoencoders.
import { t } from '@lingui/core/macro';
import { controlTexts } from '../../../core/experiment/control-texts';
import { sampleText, type SampleText } from '../../../core/samples/words/sample-words';
import type { Corruption } from '../../corruptions/corruption';
import { corruptions } from '../../corruptions/registry';
import { families as registry } from '../../families/registry';
import { sparsityPenalties } from '../../sparsity/registry';
import type { GlossaryEntry } from '../entry';
import { reconstructions } from '../panel-names';

const familyChoice = { view: 'train', control: t`Family` } as const;
const noise = { view: 'train', control: controlTexts.noise.label } as const;
const sparsity = { view: 'train', control: controlTexts.sparsity.label } as const;

/** What a corruption does to the samples that are chosen. */
function summaryOf({ summary, onSignals }: Corruption): SampleText {
  return ({ kind }) => sampleText((kind === 'signal' ? onSignals?.summary : undefined) ?? summary, kind);
}

export const families = {
  family: {
    term: t({
      message: 'Family',
      comment: 'kind of autoencoder: undercomplete, sparse, denoising, variational',
    }),
    sentence: t`What keeps an autoencoder from merely copying its input: a short code, few active units, a corrupted input, or a code that is a cloud.`,
    places: [familyChoice, { view: 'families' }],
    sources: ['goodfellow2016', 'bengio2013'],
    related: ['undercomplete', 'sparse', 'denoising', 'variational'],
    alsoCalled: t`kind of autoencoder, regularised autoencoder`,
  },
  undercomplete: {
    term: registry.undercomplete.label,
    sentence: t`An autoencoder whose code has fewer numbers than the input, so that it cannot copy and has to compress.`,
    effect: registry.undercomplete.summary,
    formula: String.raw`d < n`,
    places: [familyChoice, { view: 'train', control: controlTexts.codeSize.label }],
    sources: ['hinton2006', 'goodfellow2016'],
    related: ['bottleneck', 'compression', 'pca', 'sparse', 'denoising'],
  },
  sparse: {
    term: registry.sparse.label,
    sentence: t`An autoencoder that is penalised for active code units, so each sample is described by a few of many.`,
    effect: registry.sparse.summary,
    formula: controlTexts.sparsityWeight.formula,
    places: [familyChoice, sparsity],
    sources: ['olshausen1996', 'ng2011'],
    related: ['sparsity-penalty', 'l1', 'kl-sparsity', 'active-unit', 'target-activation'],
  },
  'sparsity-penalty': {
    term: t`Sparsity penalty`,
    sentence: t`A term of the loss that grows with the activity of the code’s units.`,
    effect: controlTexts.sparsityWeight.summary,
    formula: controlTexts.sparsityWeight.formula,
    places: [sparsity, { view: 'train', control: controlTexts.sparsityWeight.label }],
    sources: ['ng2011', 'olshausen1996'],
    related: ['sparse', 'l1', 'kl-sparsity', 'loss'],
  },
  l1: {
    term: t`L1 penalty`,
    sentence: t`A sparsity penalty on the sum of the absolute activations; it pushes every unit towards 0 with the same force, so small ones end there.`,
    effect: sparsityPenalties.l1.summary,
    formula: sparsityPenalties.l1.formula,
    places: [sparsity],
    sources: ['olshausen1996', 'goodfellow2016'],
    related: ['sparsity-penalty', 'kl-sparsity', 'sparse'],
    alsoCalled: t`lasso`,
  },
  'kl-sparsity': {
    term: t`KL sparsity`,
    sentence: t`A sparsity penalty on the Kullback–Leibler divergence between a target activation and each unit’s mean activation over a batch.`,
    effect: sparsityPenalties.kl.summary,
    formula: sparsityPenalties.kl.formula,
    places: [sparsity],
    sources: ['ng2011'],
    related: ['sparsity-penalty', 'target-activation', 'kl-divergence', 'l1'],
  },
  'target-activation': {
    term: controlTexts.targetActivation.label,
    sentence: t`Rho, the mean activation that KL sparsity asks of each unit: at 0.05 a sigmoid unit is on for about one sample in twenty.`,
    effect: controlTexts.targetActivation.summary,
    formula: controlTexts.targetActivation.symbol,
    places: [{ view: 'train', control: controlTexts.targetActivation.label }],
    sources: ['ng2011'],
    related: ['kl-sparsity', 'active-unit', 'sparse'],
    alsoCalled: t`rho, sparsity parameter`,
  },
  'active-unit': {
    term: t`Active unit`,
    sentence: t`A unit of the code whose activation is not 0, or further from 0 than a small threshold where the activation function is never exactly 0.`,
    places: [{ view: 'train', control: t`Active units` }],
    sources: ['ng2011'],
    related: ['unit', 'sparse', 'relu', 'target-activation'],
    alsoCalled: t`dead unit, silent unit`,
  },
  denoising: {
    term: registry.denoising.label,
    sentence: t`An autoencoder that is given a corrupted sample and has to rebuild the clean one, so it cannot copy and has to know what samples look like.`,
    effect: registry.denoising.summary,
    formula: String.raw`\ell(x,\, g(f(\tilde x)))`,
    places: [familyChoice, noise, { view: 'sound' }],
    sources: ['vincent2008', 'vincent2010'],
    related: ['corruption', 'gaussian-noise', 'linear-denoiser', 'median-filter', 'inpainting'],
  },
  corruption: {
    term: t`Corruption`,
    sentence: t`The damage done to the input before the network sees it; the target stays clean.`,
    effect: controlTexts.noise.summary,
    formula: String.raw`\tilde x \sim q(\tilde x \mid x)`,
    places: [noise, { view: 'train', control: controlTexts.noiseLevel.label }],
    sources: ['vincent2008', 'vincent2010'],
    related: ['denoising', 'gaussian-noise', 'masking-noise', 'salt-and-pepper', 'input-dropout', 'mask'],
    alsoCalled: t`noise, pink noise, hum, clicks, impulses`,
  },
  'gaussian-noise': {
    term: t`Gaussian noise`,
    sentence: t`A corruption that adds an independent normal random number to every value.`,
    effect: summaryOf(corruptions.gaussian),
    formula: corruptions.gaussian.formula,
    places: [noise],
    sources: ['vincent2010'],
    related: ['corruption', 'denoising', 'masking-noise', 'salt-and-pepper'],
    alsoCalled: t`white noise, normal noise`,
  },
  'masking-noise': {
    term: t`Masking noise`,
    sentence: t`A corruption that sets a random share of the values to 0, to be filled in from the others.`,
    effect: summaryOf(corruptions.masking),
    formula: corruptions.masking.formula,
    places: [noise],
    sources: ['vincent2008'],
    related: ['corruption', 'input-dropout', 'inpainting', 'mask'],
  },
  'salt-and-pepper': {
    term: corruptions.saltPepper.label,
    sentence: t`A corruption that turns random pixels fully black or fully white.`,
    effect: summaryOf(corruptions.saltPepper),
    formula: corruptions.saltPepper.formula,
    places: [noise],
    sources: ['vincent2010'],
    related: ['corruption', 'median-filter', 'gaussian-noise'],
    alsoCalled: t`impulse noise`,
  },
  'input-dropout': {
    term: controlTexts.inputDropout.label,
    sentence: t`Leaving out a random share of the input during training only, and scaling up the rest; at test time the whole input is used.`,
    effect: controlTexts.inputDropout.summary,
    formula: controlTexts.inputDropout.formula,
    places: [
      { view: 'train', control: controlTexts.inputDropout.label },
      { view: 'train', control: reconstructions },
    ],
    sources: ['srivastava2014'],
    related: ['masking-noise', 'corruption', 'overfitting'],
  },
} satisfies Record<string, GlossaryEntry>;
