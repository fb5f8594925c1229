// What training minimises.
import { t } from '@lingui/core/macro';
import { controlTexts } from '../../../core/experiment/control-texts';
import { losses as registry } from '../../losses/registry';
import type { GlossaryEntry } from '../entry';
import { lossCurves, testMse } from '../panel-names';

const lossChoice = { view: 'train', control: controlTexts.loss.label } as const;

export const losses = {
  loss: {
    term: t({ message: 'Loss', comment: 'the number that training makes small' }),
    sentence: t`The number that training makes smaller: how bad the reconstructions are, plus what penalties on the code add.`,
    effect: controlTexts.loss.summary,
    formula: controlTexts.sparsityWeight.formula,
    places: [lossChoice, { view: 'train', control: lossCurves }],
    sources: ['goodfellow2016'],
    related: [
      'mean-squared-error',
      'binary-cross-entropy',
      'mean-absolute-error',
      'gradient',
      'reconstruction-error',
    ],
    alsoCalled: t`objective, cost`,
  },
  'mean-squared-error': {
    term: registry.mse.label,
    sentence: t`The mean, over all values of all samples, of the squared difference between the reconstruction and the clean sample.`,
    effect: registry.mse.summary,
    formula: registry.mse.formula,
    places: [lossChoice, { view: 'train', control: testMse }],
    sources: ['bishop2006', 'goodfellow2016'],
    related: ['loss', 'mean-absolute-error', 'binary-cross-entropy', 'pca'],
    alsoCalled: t`MSE, squared error, L2`,
  },
  'binary-cross-entropy': {
    term: registry.bce.label,
    sentence: t`The negative log-likelihood of the sample where each output between 0 and 1 is the probability of a 1; it is not 0 even for a perfect reconstruction of grey.`,
    effect: registry.bce.summary,
    formula: registry.bce.formula,
    places: [lossChoice],
    sources: ['bishop2006', 'vincent2010', 'kingma2014'],
    related: ['loss', 'sigmoid', 'mean-squared-error', 'elbo'],
    alsoCalled: t`BCE, log loss, cross-entropy`,
  },
  'mean-absolute-error': {
    term: registry.mae.label,
    sentence: t`The mean, over all values of all samples, of the absolute difference between the reconstruction and the clean sample.`,
    effect: registry.mae.summary,
    formula: registry.mae.formula,
    places: [lossChoice],
    sources: ['bishop2006'],
    related: ['loss', 'mean-squared-error'],
    alsoCalled: t`MAE, L1 loss`,
  },
} satisfies Record<string, GlossaryEntry>;
