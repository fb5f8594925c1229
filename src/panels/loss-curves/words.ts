// Short labels for experiment changes on the chart, using the field's symbols where they exist.
import { t } from '@lingui/core/macro';
import { corruptions } from '../../catalog/corruptions/registry';
import { kindOf } from '../../catalog/kinds/kind';
import { losses } from '../../catalog/losses/registry';
import { optimizers } from '../../catalog/optimizers/registry';
import { sparsityPenalties } from '../../catalog/sparsity/registry';
import type { Experiment, ExperimentPatch, Setting } from '../../core/experiment/experiment';
import { epochsText, percentText, significantText } from '../../core/number-text';

/** The label of a new value. Settings that start a new run never appear on the chart. */
type Words = { readonly [S in Setting]?: (value: Experiment[S]) => string };

const orOff = (name: string) => (value: number) => `${name} ${value === 0 ? 'off' : value}`;

/** In display order. */
const words: Words = {
  classes: ({ length }) => (length === 0 ? t`all classes` : length === 1 ? '1 class' : t`${length} classes`),
  validationShare: (share) =>
    share === 0 ? t`no validation` : t`validation ${{ share: percentText(share) }}`,
  codeSize: (size) => t`code ${size}`,
  hidden: (widths) => `layers ${widths.join('·')}`,
  noise: (noise) => t`noise ${{ name: kindOf(corruptions, noise).name }}`,
  noiseLevel: (level) => t`level ${{ level: significantText(level, 3) }}`,
  inputDropout: orOff('dropout'),
  loss: (loss) => t`loss ${{ name: kindOf(losses, loss).name }}`,
  lossOn: (place) =>
    `loss on ${place === 'weighted' ? 'hole and rest' : place === 'hole' ? 'the hole' : place}`,
  holeWeight: (weight) => t`hole × ${{ weight: significantText(weight, 3) }}`,
  sparsity: (sparsity) => t`sparsity ${{ name: kindOf(sparsityPenalties, sparsity).name }}`,
  sparsityWeight: (lambda) => `λ ${lambda}`,
  targetActivation: (rho) => `ρ ${rho}`,
  beta: (beta) => `β ${beta}`,
  betaWarmUp: (epochs) => (epochs === 0 ? t`no warm-up` : t`warm-up ${{ epochs: epochsText(epochs) }}`),
  optimizer: (optimizer) => kindOf(optimizers, optimizer).name,
  learningRate: (eta) => `η ${eta}`,
  scheduleEpochs: (epochs) => `T ${epochsText(epochs)}`,
  weightDecay: orOff('decay'),
  gradientClip: orOff('clip'),
  batchSize: (size) => t`batch ${size}`,
  earlyStopping: (epochs) =>
    epochs === 0 ? t`no early stopping` : t`stop after ${{ epochs: epochsText(epochs) }}`,
};

/** `code 32`, `noise Gaussian, level 0.5`, `η 0.001 → cosine`. */
export function patchText({ schedule, ...patch }: ExperimentPatch): string {
  const changes = (Object.keys(words) as Setting[]).flatMap((setting) => {
    if (setting !== 'learningRate' || schedule === undefined) return wordsFor(setting, patch) ?? [];
    // The schedule describes how the learning rate changes, so the two share one label.
    return `${wordsFor('learningRate', patch) ?? 'η'} → ${schedule}`;
  });
  return changes.join(', ');
}

function wordsFor(setting: Setting, patch: ExperimentPatch): string | undefined {
  const value = patch[setting];
  const say = words[setting] as ((value: unknown) => string) | undefined;
  return value === undefined ? undefined : say?.(value);
}
