// The numbers of a family's card: its active units, and the number that characterises it.
import { t } from '@lingui/core/macro';
import type { SampleText, SampleWords } from '../../../core/samples/words/sample-words';
import type { FamilyId } from '../../../catalog/families/registry';
import { isNoisy } from '../../../catalog/corrupt';
import {
  countText,
  lossText,
  meanCountText,
  measurementText,
  percentText,
  ratioText,
  significantText,
} from '../../../core/number-text';
import type { PcaModel } from '../../../core/analysis-api';
import { pcaCodeSize, pcaTestMse } from '../../../core/pca/pca';
import { varianceKept } from '../../../core/pca/pca-samples';
import { collapsedBelow, collapsedUnits, meanActive, negativeElbo } from '../../../core/run/objective-terms';
import { sampleSize } from '../../../core/samples/samples';
import type { ComparedRun } from '../../../session/comparison/comparison';
import type { MeasuredLinear } from '../../../session/comparison/trial/trial-state';
import type { Run } from '../../../session/runs/run';
import { newestEvaluation } from '../../../session/comparison/newest-evaluation';

export interface FamilyNumber {
  name: string;
  /** Beside the number, where it is not the name alone. */
  caption?: SampleText;
  /** The step it was measured at; undefined where it does not depend on the weights, or is not known. */
  step?: number | undefined;
  /** Undefined while there is no value. */
  exact: number | undefined;
  text: string;
  explanation: SampleText;
}

/** The error on the test set, given the input that the run is trained with. */
export function testError(run: Run): FamilyNumber {
  const evaluation = newestEvaluation(run);
  const name = t`Test MSE`;
  if (evaluation === null) {
    const explanation: SampleText = ({ many, value }) =>
      t`Mean squared error per ${value} on test ${many}; not measured yet.`;
    return { name, exact: undefined, text: '—', explanation };
  }
  const { mse, count, step, scope } = evaluation;
  const hasNoise = isNoisy(run.experiment);
  const number = countText(count);
  return {
    name,
    caption:
      scope === 'all'
        ? hasNoise
          ? t`Test MSE, noisy input`
          : name
        : // A line has room for no more: the explanation says which test.
          ({ many }) => (hasNoise ? t`Noisy MSE, ${number} ${many}` : t`Test MSE, ${number} ${many}`),
    step,
    exact: mse,
    text: lossText(mse),
    explanation({ many, value }) {
      const [samples, place] = [countText(count), countText(step)];
      const measured =
        scope === 'all'
          ? t`Mean squared error per ${value} on all ${samples} test ${many}, at step ${place}.`
          : t`Mean squared error per ${value} on ${samples} test ${many}, at step ${place}.`;
      return hasNoise ? `${measured} ${t`Its input has the noise that it is trained with.`}` : measured;
    },
  };
}

/** How many of its units a code uses: those that carry information where it is Gaussian, else those active for an image. */
export function activeUnits(run: Run): FamilyNumber {
  const name = t`Active units`;
  const { codeStatistics: statistics, experiment } = run;
  if (statistics === null) {
    return { name, exact: undefined, text: '—', explanation: t`Not measured yet.` };
  }
  const { kl, count, threshold, step } = statistics;
  const exact = kl ? kl.length - collapsedUnits(kl) : meanActive(statistics);
  const size = countText(experiment.codeSize);
  const explanation = ({ a, many }: SampleWords) => {
    const [number, place] = [countText(count), countText(step)];
    const samples = isNoisy(experiment) ? t`${number} noisy test ${many}` : t`${number} test ${many}`;
    if (kl)
      return t`Code units that carry information: a KL of at least ${collapsedBelow} nats over ${samples}, at step ${place}.`;
    return threshold === 0
      ? t`Code units that are active for ${a} (not 0), mean over ${samples}, at step ${place}.`
      : t`Code units that are active for ${a} (further than ${threshold} from 0), mean over ${samples}, at step ${place}.`;
  };
  return {
    name,
    step,
    exact,
    text: t`${{ active: kl ? countText(exact) : meanCountText(exact) }} of ${size}`,
    explanation,
  };
}

/** The number that characterises this family. */
export function ownNumber(id: FamilyId, { run }: Pick<ComparedRun, 'run'>): FamilyNumber {
  const evaluation = newestEvaluation(run) ?? undefined;
  const { codeSize, targetActivation } = run.experiment;
  switch (id) {
    case 'undercomplete': {
      const ratio = run.facts ? sampleSize(run.facts.dataset.shape) / codeSize : undefined;
      return {
        name: t`Compression`,
        exact: ratio,
        text: ratio === undefined ? '—' : `${ratioText(ratio)} : 1`,
        explanation: ({ a }) => t`Numbers in ${a} for each number of the code.`,
      };
    }
    case 'sparse': {
      const means = run.codeStatistics?.meanActivation;
      const mean = means && means.reduce((sum, value) => sum + value, 0) / means.length;
      return {
        name: t`Mean activation`,
        step: run.codeStatistics?.step,
        exact: mean,
        text: mean === undefined ? '—' : measurementText(mean),
        explanation: ({ many }) =>
          t`Over all code units and test ${many}; the penalty pulls that of each unit to ${{ targetActivation: significantText(targetActivation) }}.`,
      };
    }
    case 'denoising':
      return {
        name: t`Noisy input`,
        exact: evaluation?.inputMse,
        text: evaluation ? lossText(evaluation.inputMse) : '—',
        explanation: t`Mean squared error of returning the noisy input unchanged.`,
      };
    case 'variational': {
      const elbo = evaluation && (negativeElbo(evaluation.terms) ?? undefined);
      return {
        name: t`Negative ELBO`,
        step: elbo === undefined ? undefined : evaluation?.step,
        exact: elbo,
        text: elbo === undefined ? '—' : `${lossText(elbo)} nats`,
        explanation: ({ a }) =>
          t`What ${a} costs in nats: its reconstruction plus the KL of its code. Lower is better.`,
      };
    }
    default:
      return id satisfies never;
  }
}

/** The strongest linear rival on noisy images. @param measured null while it is not known */
export function denoiserNumber(measured: MeasuredLinear | null): FamilyNumber {
  const name = t`Linear denoiser`;
  const mse = measured?.mse.noisy;
  return {
    name,
    caption: t`Linear denoiser, noisy input`,
    exact: mse,
    text: mse === undefined ? '—' : lossText(mse),
    explanation({ many, value }) {
      return measured
        ? t`Mean squared error per ${value}, on the same ${{ count: countText(measured.of.count) }} noisy test ${many} as below, of the best linear map from noisy ${many} to clean ones through a code of this size.`
        : t`Mean squared error per ${value}, on noisy test ${many}, of the best linear map from noisy ${many} to clean ones through a code of this size.`;
    },
  };
}

/** PCA's numbers at a code size. */
export function pcaNumbers(model: PcaModel, codeSize: number): FamilyNumber[] {
  const used = pcaCodeSize(model, codeSize);
  const mse = pcaTestMse(model, codeSize) ?? undefined;
  const kept = varianceKept(model, codeSize);
  return [
    {
      name: t`Test MSE`,
      exact: mse,
      text: mse === undefined ? '—' : lossText(mse),
      explanation: ({ many, value }) => t`Mean squared error per ${value} on all test ${many}, clean.`,
    },
    {
      name: t`Components`,
      exact: used,
      text: t`${{ used: countText(used) }} of ${{ count: countText(model.mean.length) }}`,
      explanation: ({ one }) =>
        t`Directions that are kept: as many as the codes have units. All are used for every ${one}.`,
    },
    {
      name: t`Variance kept`,
      exact: kept,
      text: percentText(kept, 1),
      explanation: ({ many }) => t`Share of the training ${many}’ variance that these components keep.`,
    },
  ];
}
