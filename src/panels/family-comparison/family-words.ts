// What a person reads about one of the four: what makes it this family, and the number that only it has.
import { codeKinds } from '../../catalog/code-kinds/registry';
import { corruptions } from '../../catalog/corruptions/registry';
import type { FamilyId } from '../../catalog/families/registry';
import { losses } from '../../catalog/losses/registry';
import { sparsityPenalties } from '../../catalog/sparsity/registry';
import type { Evaluation } from '../../core/engine-api';
import type { Experiment } from '../../core/experiment';
import { countText, lossText, percentText, significantText } from '../../core/number-text';
import { sampleSize } from '../../core/samples';
import { meanActive, negativeElbo } from '../../core/terms';
import { isDone, lastStep, type ComparedRun } from '../../session/comparison';
import type { Run } from '../../session/run';

/** In one line: in what an experiment differs from the undercomplete one beside it. */
export function whatDiffers(experiment: Experiment, undercomplete: Experiment): string {
  const { noise, noiseLevel, sparsity, sparsityWeight, targetActivation, codeKind, beta } = experiment;
  const parts = [
    ...(noise === 'none'
      ? []
      : [`${corruptions[noise].label} noise of ${significantText(noiseLevel)} on the input`]),
    ...(sparsity === 'none'
      ? []
      : [`${sparsityPenalties[sparsity].label} penalty × ${significantText(sparsityWeight)}`]),
    ...(sparsity === 'kl' ? [`target activation ${significantText(targetActivation)}`] : []),
    ...(experiment.codeActivation === undercomplete.codeActivation
      ? []
      : [`${experiment.codeActivation} code`]),
    ...(codeKind === 'gaussian' ? [`${codeKinds.gaussian.label} code`, `beta ${significantText(beta)}`] : []),
    ...(experiment.loss === undercomplete.loss ? [] : [losses[experiment.loss].label]),
  ];
  const text = parts.join(', ');
  return text === '' ? 'Nothing added: only the small code' : text.charAt(0).toUpperCase() + text.slice(1);
}

export interface OwnNumber {
  name: string;
  /** Undefined while there is nothing to tell. */
  exact: number | undefined;
  text: string;
  explanation: string;
}

/** The newest measurement: on the whole test set where there is one of the same step, else on the subset. */
export function newestEvaluation({
  testAll,
  testSubset,
}: Pick<Run, 'testAll' | 'testSubset'>): Evaluation | null {
  if (testAll === null || testSubset === null) return (testAll ?? testSubset)?.evaluation ?? null;
  const isNewer = testSubset.evaluation.step > testAll.evaluation.step;
  return (isNewer ? testSubset : testAll).evaluation;
}

/** The number that tells about this family and no other. */
export function ownNumber(id: FamilyId, { run }: Pick<ComparedRun, 'run'>): OwnNumber {
  const evaluation = newestEvaluation(run) ?? undefined;
  const { codeSize } = run.experiment;
  switch (id) {
    case 'undercomplete': {
      const ratio = run.facts ? sampleSize(run.facts.sampleShape) / codeSize : undefined;
      return {
        name: 'Compression',
        exact: ratio,
        text: ratio === undefined ? '—' : `${Number(ratio.toPrecision(3))} : 1`,
        explanation: 'Numbers in an image for each number of the code.',
      };
    }
    case 'sparse': {
      const active = run.codeStatistics ? meanActive(run.codeStatistics) : undefined;
      return {
        name: 'Active units',
        exact: active,
        text: active === undefined ? '—' : `${active.toFixed(1)} of ${codeSize}`,
        explanation: 'Code units that are active for a test image, on average.',
      };
    }
    case 'denoising':
      return {
        name: 'Doing nothing',
        exact: evaluation?.inputMse,
        text: evaluation ? lossText(evaluation.inputMse) : '—',
        explanation: 'Mean squared error of handing back the noisy input as it came.',
      };
    case 'variational': {
      const elbo = evaluation && (negativeElbo(evaluation.terms) ?? undefined);
      return {
        name: 'Negative ELBO',
        exact: elbo,
        text: elbo === undefined ? '—' : `${lossText(elbo)} nats`,
        explanation:
          'What an image costs in nats: its reconstruction plus the KL of its code. Lower is better.',
      };
    }
    default:
      return id satisfies never;
  }
}

/** What one of the four is doing, for the line under its bar. */
export function doingText(record: ComparedRun, passes: number, isTraining: boolean): string {
  const { run, diverged, refusal } = record;
  if (refusal !== null) return `Could not be built: ${refusal}`;
  if (diverged !== null) {
    const { step, restoredStep, cause } = diverged;
    const what = cause === 'weights' ? 'its weights' : `its ${cause} term`;
    return `Diverged after step ${countText(step)}: ${what} stopped being numbers. Back at step ${countText(restoredStep)}.`;
  }
  const last = lastStep(record, passes);
  if (run.facts === null || last === null) return isTraining ? `${run.stageMessage} …` : 'Not built yet';
  const steps = `step ${countText(run.step)} of ${countText(last)}`;
  if (isDone(record, passes)) return `${steps} · done`;
  if (isTraining && run.waiting) return `${steps} · waiting for images`;
  return `${steps} · ${percentText(run.step / last)}`;
}
