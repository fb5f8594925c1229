// Text for the compared families: what differs, what each is for, what their numbers are of, how far they are.
import type { SampleText } from '../../core/samples/words/sample-words';
import { codeKinds } from '../../catalog/code-kinds/registry';
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
  linear: 'linear code',
  relu: 'ReLU code',
  tanh: 'tanh code',
  sigmoid: 'sigmoid code',
} satisfies Record<Experiment['codeActivation'], string>;

const whatHappened = {
  reconstruction: 'its reconstruction loss was no longer a finite number',
  sparsity: 'its sparsity penalty was no longer a finite number',
  kl: 'its KL term was no longer a finite number',
  weights: 'its weights were no longer finite numbers',
  'high-loss': 'its loss stayed far above its best',
  'dead-hidden': 'a hidden layer is dead',
  'dead-code': 'its code is dead',
  'dead-output': 'its output is dead',
} satisfies Record<Diverged['cause'], string>;

/** One line on how an experiment differs from the undercomplete one beside it. */
export function whatDiffers(experiment: Experiment, undercomplete: Experiment): string {
  const { noise, noiseLevel, sparsity, sparsityWeight, targetActivation, codeKind, beta } = experiment;
  const parts = [
    ...(noise === 'none'
      ? []
      : [`${kindOf(corruptions, noise).label} noise of ${significantText(noiseLevel)} on the input`]),
    ...(sparsity === 'none'
      ? []
      : [`${kindOf(sparsityPenalties, sparsity).label} penalty × ${significantText(sparsityWeight)}`]),
    ...(sparsity === 'kl' ? [`target activation ${significantText(targetActivation)}`] : []),
    ...(codeKind === 'gaussian' ? [`${codeKinds.gaussian.label} code`, `beta ${significantText(beta)}`] : []),
    ...(experiment.codeActivation === undercomplete.codeActivation
      ? []
      : [codeActivations[experiment.codeActivation]]),
    ...(experiment.loss === undercomplete.loss ? [] : [kindOf(losses, experiment.loss).label]),
  ];
  return parts.length === 0 ? 'Nothing added: only the small code' : parts.join(', ');
}

/** What each family is for, and so what to judge it by: no single number decides between them. */
export const purposes: Readonly<Record<FamilyId | 'pca', { aim: SampleText; judge: SampleText }>> = {
  undercomplete: { aim: 'For a short code.', judge: ({ many }) => `Judge it by the error on clean ${many}.` },
  sparse: { aim: 'For a code one can read.', judge: ({ a }) => `Judge it by how few units ${a} needs.` },
  denoising: {
    aim: ({ many }) => `For cleaning ${many}.`,
    judge: ({ many }) => `Judge it by the error on noisy ${many}.`,
  },
  variational: { aim: ({ many }) => `For making new ${many}.`, judge: 'Judge it by its samples.' },
  pca: {
    aim: 'The linear baseline.',
    judge: 'What a network of this code size has to beat.',
  },
};

/** What the subtitle of the same images says. @param count images that the errors are measured on, once they are known */
export function measuredOnText(count: number | undefined): SampleText {
  return ({ kind, many }) =>
    count === undefined
      ? `${kind === 'image' ? 'ten ' : ''}test ${many}`
      : `MSE on the first ${countText(count)} test ${many}`;
}

export function errorExplanation(input: InputKind): SampleText {
  return ({ many, value }) => {
    const given = input === 'clean' ? `clean test ${many}` : `the same test ${many} with the chosen noise`;
    return `Mean squared error per ${value} against the clean ${many}, when it is given ${given}.`;
  };
}

export const inputExplanation: SampleText = ({ value }) =>
  `Mean squared error per ${value} of returning the noisy input unchanged.`;

/** What samples are drawn from: a few words and a sentence. */
export interface SamplesText {
  short: string;
  explanation: SampleText;
}

/** @param fittedTo training images that the Gaussian was fitted to; 0 for the prior; null before there are samples */
export function samplesText(fittedTo: number | null): SamplesText {
  if (fittedTo === null) return { short: 'Samples', explanation: 'Random codes, decoded; none yet.' };
  if (fittedTo === 0) {
    const explanation = 'Decoded from codes drawn from N(0, I), the prior that training pulls this code to.';
    return { short: 'Samples: prior N(0, I)', explanation };
  }
  return {
    short: 'Samples: fitted Gaussian',
    explanation: ({ many }) =>
      `This code has no prior: codes are drawn from a Gaussian fitted to those of ${countText(fittedTo)} training ${many}.`,
  };
}

export const pcaSamplesText: SamplesText = {
  short: 'Samples: fitted Gaussian',
  explanation: ({ many }) => `Scores are drawn from the Gaussian fitted to those of all training ${many}.`,
};

/** The status of one of the four runs, for the line under its bar. */
export function doingText(record: ComparedRun, epochs: Epochs, isTraining: boolean): SampleText {
  const { run, refusal } = record;
  const { diverged } = run;
  if (refusal !== null) return `Could not be built: ${failureText(refusal)}`;
  if (diverged !== null) {
    const { step, restoredStep, cause } = diverged;
    return `Diverged after step ${countText(step)}: ${whatHappened[cause]}. Back at step ${countText(restoredStep)}.`;
  }
  const last = lastStep(record, epochs);
  if (run.facts === null || last === null)
    return isTraining ? `${stageText(run.stageMessage)} …` : 'Not built yet';
  const steps = `step ${countText(run.step)} of ${countText(last)}`;
  if (isDone(record, epochs)) return `${steps} · done`;
  if (isTraining && run.waiting) return ({ many }) => `${steps} · waiting for ${many}`;
  const share = `${steps} · ${percentText(run.step / last)}`;
  return run.imagesPerSecond > 0
    ? ({ many }) => `${share} · ${rateText(run.imagesPerSecond)} ${many}/s`
    : share;
}

/** What saved files say they come from. */
export const comparisonSource = 'Families side by side';
