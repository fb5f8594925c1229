// Short labels for experiment changes on the chart, using the field's symbols where they exist.
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
  classes: ({ length }) => (length === 0 ? 'all classes' : length === 1 ? '1 class' : `${length} classes`),
  validationShare: (share) => (share === 0 ? 'no validation' : `validation ${percentText(share)}`),
  codeSize: (size) => `code ${size}`,
  hidden: (widths) => `layers ${widths.join('·')}`,
  noise: (noise) => `noise ${kindOf(corruptions, noise).name}`,
  noiseLevel: (level) => `level ${significantText(level, 3)}`,
  inputDropout: orOff('dropout'),
  loss: (loss) => `loss ${kindOf(losses, loss).name}`,
  lossOn: (place) =>
    `loss on ${place === 'weighted' ? 'hole and rest' : place === 'hole' ? 'the hole' : place}`,
  holeWeight: (weight) => `hole × ${significantText(weight, 3)}`,
  sparsity: (sparsity) => `sparsity ${kindOf(sparsityPenalties, sparsity).name}`,
  sparsityWeight: (lambda) => `λ ${lambda}`,
  targetActivation: (rho) => `ρ ${rho}`,
  beta: (beta) => `β ${beta}`,
  betaWarmUp: (epochs) => (epochs === 0 ? 'no warm-up' : `warm-up ${epochsText(epochs)}`),
  optimizer: (optimizer) => kindOf(optimizers, optimizer).name,
  learningRate: (eta) => `η ${eta}`,
  scheduleEpochs: (epochs) => `T ${epochsText(epochs)}`,
  weightDecay: orOff('decay'),
  gradientClip: orOff('clip'),
  batchSize: (size) => `batch ${size}`,
  earlyStopping: (epochs) => (epochs === 0 ? 'no early stopping' : `stop after ${epochsText(epochs)}`),
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
