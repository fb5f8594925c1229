// Text for the compared families: what differs, what each is for, what their numbers are of, how far they are.
import { t } from '@lingui/core/macro';
import type { SampleText } from '../../core/samples/words/sample-words';
import { corruptions } from '../../catalog/corruptions/registry';
import type { FamilyId } from '../../catalog/families/registry';
import { kindOf } from '../../catalog/kinds/kind';
import { losses } from '../../catalog/losses/registry';
import { sparsityPenalties } from '../../catalog/sparsity/registry';
import type { Diverged } from '../../core/engine-api/events';
import type { Experiment } from '../../core/experiment/experiment';
import { countText, percentText, rateText, significantText } from '../../core/number-text';
import { isDone, lastStep, type ComparedRun, type Epochs } from '../../session/comparison/comparison';
import type { InputKind } from '../../session/comparison/trial/trial-state';
import { failureText, stageText } from '../../session/engine/notices/words';

const codeActivations = {
  linear: t`linear code`,
  relu: t`ReLU code`,
  tanh: t`tanh code`,
  sigmoid: t`sigmoid code`,
} satisfies Record<Experiment['codeActivation'], string>;

const whatHappened = {
  reconstruction: t`its reconstruction loss was no longer a finite number`,
  sparsity: t`its sparsity penalty was no longer a finite number`,
  kl: t`its KL term was no longer a finite number`,
  weights: t`its weights were no longer finite numbers`,
  'high-loss': t`its loss stayed far above its best`,
  'dead-hidden': t`a hidden layer is dead`,
  'dead-code': t`its code is dead`,
  'dead-output': t`its output is dead`,
} satisfies Record<Diverged['cause'], string>;

/** One line on how an experiment differs from the undercomplete one beside it. */
export function whatDiffers(experiment: Experiment, undercomplete: Experiment): string {
  const { noise, noiseLevel, sparsity, sparsityWeight, targetActivation, codeKind, beta } = experiment;
  const parts = [
    ...(noise === 'none'
      ? []
      : [
          t`${{ corruption: kindOf(corruptions, noise).label }} noise of ${{ noiseLevel: significantText(noiseLevel) }} on the input`,
        ]),
    ...(sparsity === 'none'
      ? []
      : [
          t`${{ penalty: kindOf(sparsityPenalties, sparsity).label }} penalty × ${{ sparsityWeight: significantText(sparsityWeight) }}`,
        ]),
    ...(sparsity === 'kl'
      ? [t`target activation ${{ targetActivation: significantText(targetActivation) }}`]
      : []),
    ...(codeKind === 'gaussian' ? [t`Gaussian code`, t`beta ${{ beta: significantText(beta) }}`] : []),
    ...(experiment.codeActivation === undercomplete.codeActivation
      ? []
      : [codeActivations[experiment.codeActivation]]),
    ...(experiment.loss === undercomplete.loss ? [] : [kindOf(losses, experiment.loss).label]),
  ];
  return parts.length === 0 ? t`Nothing added: only the small code` : parts.join(', ');
}

/** What each family is for, and so what to judge it by: no single number decides between them. */
export const purposes: Readonly<Record<FamilyId | 'pca', { aim: SampleText; judge: SampleText }>> = {
  undercomplete: {
    aim: t`For a short code.`,
    judge: ({ many }) => t`Judge it by the error on clean ${many}.`,
  },
  sparse: { aim: t`For a readable code.`, judge: ({ a }) => t`Judge it by how few units ${a} needs.` },
  denoising: {
    aim: ({ many }) => t`For cleaning ${many}.`,
    judge: ({ many }) => t`Judge it by the error on noisy ${many}.`,
  },
  variational: { aim: ({ many }) => t`For making new ${many}.`, judge: t`Judge it by its samples.` },
  pca: {
    aim: t`The linear baseline.`,
    judge: t`What a network of this code size has to beat.`,
  },
};

/** What the subtitle of the same images says. @param count images that the errors are measured on, once they are known */
export function measuredOnText(count: number | undefined): SampleText {
  return ({ kind, many }) =>
    count === undefined
      ? kind === 'image'
        ? t`ten test ${many}`
        : t`test ${many}`
      : t`MSE on the first ${{ count: countText(count) }} test ${many}`;
}

export function errorExplanation(input: InputKind): SampleText {
  return ({ many, value }) => {
    return input === 'clean'
      ? t`Mean squared error per ${value} against the clean ${many}, when it is given clean test ${many}.`
      : t`Mean squared error per ${value} against the clean ${many}, when it is given the same test ${many} with the chosen noise.`;
  };
}

export const inputExplanation: SampleText = ({ value }) =>
  t`Mean squared error per ${value} of returning the noisy input unchanged.`;

/** What samples are drawn from: a few words and a sentence. */
export interface SamplesText {
  short: string;
  explanation: SampleText;
}

/** @param fittedTo training images that the Gaussian was fitted to; 0 for the prior; null before there are samples */
export function samplesText(fittedTo: number | null): SamplesText {
  if (fittedTo === null) return { short: t`Samples`, explanation: t`Random codes, decoded; none yet.` };
  if (fittedTo === 0) {
    const explanation = t`Decoded from codes drawn from N(0, I), the prior that training pulls this code towards.`;
    return { short: t`Samples: prior N(0, I)`, explanation };
  }
  return {
    short: t`Samples: fitted Gaussian`,
    explanation: ({ many }) =>
      t`This code has no prior: codes are drawn from a Gaussian fitted to those of ${{ fittedTo: countText(fittedTo) }} training ${many}.`,
  };
}

export const pcaSamplesText: SamplesText = {
  short: t`Samples: fitted Gaussian`,
  explanation: ({ many }) => t`Scores are drawn from the Gaussian fitted to those of all training ${many}.`,
};

/** The status of one of the four runs, for the line under its bar. */
export function doingText(record: ComparedRun, epochs: Epochs, isTraining: boolean): SampleText {
  const { run, refusal } = record;
  const { diverged } = run;
  if (refusal !== null) return t`Could not be built: ${{ refusal: failureText(refusal) }}`;
  if (diverged !== null) {
    const { step, restoredStep, cause } = diverged;
    return t`Diverged after step ${{ step: countText(step) }}: ${{ whatHappened: whatHappened[cause] }}. Back at step ${{ restoredStep: countText(restoredStep) }}.`;
  }
  const last = lastStep(record, epochs);
  if (run.facts === null || last === null)
    return isTraining ? `${stageText(run.stageMessage)}…` : t`Not built yet`;
  const steps = t`step ${{ step: countText(run.step) }} of ${{ last: countText(last) }}`;
  if (isDone(record, epochs)) return t`${steps} · done`;
  if (isTraining && run.waiting) return ({ many }) => t`${steps} · waiting for ${many}`;
  const share = `${steps} · ${percentText(run.step / last)}`;
  return run.imagesPerSecond > 0
    ? ({ many }) => `${share} · ${rateText(run.imagesPerSecond)} ${many}/s`
    : share;
}

/** What saved files say they come from. */
export const comparisonSource = t`Families side by side`;
