// Short labels for experiment changes on the chart, using the field's symbols where they exist.
import { plural, t } from '@lingui/core/macro';
import { corruptions } from '../../catalog/corruptions/registry';
import { kindOf } from '../../catalog/kinds/kind';
import { losses } from '../../catalog/losses/registry';
import { optimizers } from '../../catalog/optimizers/registry';
import { sparsityPenalties } from '../../catalog/sparsity/registry';
import type { Experiment, ExperimentPatch, Setting } from '../../core/experiment/experiment';
import { numberText, epochsText, percentText, significantText } from '../../core/number-text';

/** The label of a new value. Settings that start a new run never appear on the chart. */
type Words = { readonly [S in Setting]?: (value: Experiment[S]) => string };

const orOff = (off: string, on: (value: string) => string) => (value: number) =>
  value === 0 ? off : on(numberText(value));

const scheduleNames: Readonly<Record<Experiment['schedule'], string>> = {
  constant: t({ message: 'constant', context: 'schedule of the learning rate' }),
  cosine: t({ message: 'cosine', context: 'schedule of the learning rate' }),
  step: t({ message: 'step', context: 'schedule of the learning rate' }),
};

/** In display order. */
const words: Words = {
  classes: ({ length }) =>
    length === 0 ? t`all classes` : plural(length, { one: '# class', other: '# classes' }),
  validationShare: (share) =>
    share === 0 ? t`no validation` : t`validation ${{ share: percentText(share) }}`,
  codeSize: (size) => t`code ${size}`,
  hidden: (widths) => t`layers ${{ widths: widths.join('·') }}`,
  noise: (noise) => t`noise ${{ name: kindOf(corruptions, noise).name }}`,
  noiseLevel: (level) => t`level ${{ level: significantText(level, 3) }}`,
  inputDropout: orOff(t`dropout off`, (value) => t`dropout ${value}`),
  loss: (loss) => t`loss ${{ name: kindOf(losses, loss).name }}`,
  lossOn: (place) =>
    place === 'weighted' ? t`loss on hole and rest` : place === 'hole' ? t`loss on the hole` : t`loss on all`,
  holeWeight: (weight) => t`hole × ${{ weight: significantText(weight, 3) }}`,
  sparsity: (sparsity) => t`sparsity ${{ name: kindOf(sparsityPenalties, sparsity).name }}`,
  sparsityWeight: (lambda) => `λ ${numberText(lambda)}`,
  targetActivation: (rho) => `ρ ${numberText(rho)}`,
  beta: (beta) => `β ${numberText(beta)}`,
  betaWarmUp: (epochs) => (epochs === 0 ? t`no warm-up` : t`warm-up ${{ epochs: epochsText(epochs) }}`),
  optimizer: (optimizer) => kindOf(optimizers, optimizer).name,
  learningRate: (eta) => `η ${numberText(eta)}`,
  scheduleEpochs: (epochs) => `T ${epochsText(epochs)}`,
  weightDecay: orOff(t`decay off`, (value) => t`decay ${value}`),
  gradientClip: orOff(t`clip off`, (value) => t`clip ${value}`),
  batchSize: (size) => t`batch ${size}`,
  earlyStopping: (epochs) =>
    epochs === 0 ? t`no early stopping` : t`stop after ${{ epochs: epochsText(epochs) }}`,
};

/** `code 32`, `noise Gaussian, level 0.5`, `η 0.001 → cosine`. */
export function patchText({ schedule, ...patch }: ExperimentPatch): string {
  const changes = (Object.keys(words) as Setting[]).flatMap((setting) => {
    if (setting !== 'learningRate' || schedule === undefined) return wordsFor(setting, patch) ?? [];
    // The schedule describes how the learning rate changes, so the two share one label.
    return `${wordsFor('learningRate', patch) ?? 'η'} → ${scheduleNames[schedule]}`;
  });
  return changes.join(', ');
}

function wordsFor(setting: Setting, patch: ExperimentPatch): string | undefined {
  const value = patch[setting];
  const say = words[setting] as ((value: unknown) => string) | undefined;
  return value === undefined ? undefined : say?.(value);
}
