// Text of the sweep panels. Pure.
import { plural, t } from '@lingui/core/macro';
import type { Experiment } from '../../core/experiment/experiment';
import { isUsed } from '../../core/experiment/rules';
import { listText } from '../../core/language/formats';
import { countText } from '../../core/number-text';
import type { SweepPoint, SweptSetting } from '../../core/sweep/sweep';
import { textOf, type WordsFor } from '../../core/words-for';
import { mostValues, type ValuesProblem } from './values/typed-values';

interface SettingWords {
  /** Standalone, in a list or a column header. */
  readonly label: string;
  /** In a sentence: `PCA is better at code size 64`. */
  readonly inSentence: string;
  /** Title of the axis. */
  readonly axis: string;
}

export const settingWords = {
  codeSize: { label: t`Code size`, inSentence: t`code size`, axis: t`Code size (numbers in the code)` },
  noiseLevel: { label: t`Noise level`, inSentence: t`noise level`, axis: t`Noise level` },
  beta: { label: t`Beta`, inSentence: t`beta`, axis: t`Beta` },
  targetActivation: {
    label: t`Target activation`,
    inSentence: t`target activation`,
    axis: t`Target activation`,
  },
  depth: { label: t`Depth`, inSentence: t`depth`, axis: t`Depth (hidden layers)` },
  width: { label: t`Width`, inSentence: t`width`, axis: t`Width (units or filters in a layer)` },
  learningRate: { label: t`Learning rate`, inSentence: t`learning rate`, axis: t`Learning rate` },
  seed: { label: t`Seed`, inSentence: t`seed`, axis: t`Steps` },
} as const satisfies Record<SweptSetting, SettingWords>;

/** `Rate–distortion` over the code size, which is the rate, as the error is the distortion; else the setting: `Error by noise level`. */
export function curveTitle(setting: SweptSetting): string {
  if (setting === 'seed') return t`Mean and range over seeds`;
  return setting === 'codeSize'
    ? t`Rate–distortion`
    : t`Error by ${{ inSentence: settingWords[setting].inSentence }}`;
}

/** The title of an exported image of the curve. */
export function pictureTitle(setting: SweptSetting): string {
  if (setting === 'seed') return t`Test MSE over steps: mean of the seeds, and the range of all of them`;
  return setting === 'codeSize'
    ? t`Rate–distortion: test MSE by code size`
    : t`Test MSE by ${{ inSentence: settingWords[setting].inSentence }}`;
}

const problems: WordsFor<ValuesProblem> = {
  'values.none': () => t`Type at least one value, such as 4, 8, 16.`,
  'values.too-many': ({ count }) => t`${count} values: at most ${mostValues}.`,
  'value.not-a-number': ({ word }) => t`“${word}” is not a number.`,
  'value.not-whole': ({ word }) => t`${word}: whole numbers only.`,
  'value.too-small': ({ word, min }) => t`${word} is too small: the minimum is ${min}.`,
  'value.too-large': ({ word, max, needsPenalty }) =>
    [
      t`${word} is too large: the maximum is ${max}.`,
      ...(word.includes(',')
        ? [t`Put a space after a comma between two values.`]
        : needsPenalty
          ? [t`Longer codes need a sparsity penalty.`]
          : []),
    ].join(' '),
  'value.repeated': ({ word }) => t`${word} appears twice.`,
};

/** One sentence that explains what is wrong with the typed values. */
export function problemText(problem: ValuesProblem): string {
  return textOf(problems, problem);
}

/** How ambiguous text was read: `Read as 2 values: 0.5 and 2`, with plain digits, which need no comma. */
export function readAsText(values: readonly number[]): string {
  const list = listText(values.map(String));
  return plural(
    { count: values.length },
    { one: `Read as one value: ${list}.`, other: `Read as # values: ${list}.` },
  );
}

/** `Seeds 1, 2, 3, 4 and 5: the same experiment, with other first weights, another order of samples and other noise.` */
export function seedsText(seeds: readonly number[]): string {
  const list = listText(seeds.map(String));
  return t`Seeds ${list}: the same experiment from different initial weights, with the samples in a different order and different noise.`;
}

/** What a start would train, and how long that takes where it is known. */
export function planText(count: number, steps: number, expected: string | null): string {
  const length = countText(steps);
  return expected === null
    ? t`${count} × ${length} steps; how long this takes is known only after the first ones. You can pause at any time.`
    : t`${count} × ${length} steps: ${expected}. You can pause at any time.`;
}

/** What keeps a sweep from starting. */
export interface StartConditions {
  readonly canTrain: boolean;
  readonly hasData: boolean;
  readonly isSettingFree: boolean;
  readonly areValuesValid: boolean;
  readonly areStepsValid: boolean;
}

/** Why a sweep cannot start and what to do; null when it can. */
export function whyNotStarted(conditions: StartConditions): string | null {
  if (!conditions.isSettingFree) return t`To start, choose another setting.`;
  if (!conditions.areValuesValid) return t`To start, correct the values.`;
  if (!conditions.areStepsValid) return t`To start, correct the number of steps.`;
  if (!conditions.canTrain) return t`The engine is not running yet.`;
  return conditions.hasData ? null : t`The data is still loading.`;
}

/** Why this experiment cannot sweep a setting and how to enable it; undefined when it can. */
export function whyNotSwept(setting: SweptSetting, experiment: Experiment): string | undefined {
  if (setting === 'noiseLevel' && !isUsed('noiseLevel', experiment))
    return t`Noise level: the experiment has no noise. Choose a kind of noise in Train first.`;
  if (setting === 'beta' && !isUsed('beta', experiment))
    return t`Beta: only a Gaussian code (Variational) has it.`;
  if (setting === 'targetActivation' && !isUsed('targetActivation', experiment))
    return t`Target activation: only KL sparsity has it.`;
  return undefined;
}

/** The default name of a sweep: the experiment name and the swept setting. */
export function proposedName(setting: SweptSetting, experimentName: string): string {
  if (setting === 'seed') return t`${experimentName}: repeated`;
  return `${experimentName}: ${settingWords[setting].inSentence}`;
}

/** What the columns of pictures are, with the originals where they differ from one value to the next: linear methods have as many numbers as the code, or as the narrowest layer where that is less. */
export function linearPicturesText(points: readonly SweepPoint[], hasOriginals = false): string {
  const isNarrower = points.some(({ codeSize, linear }) => linear !== undefined && linear.size < codeSize);
  const width = isNarrower
    ? t({
        message: 'with as many numbers as the narrowest layer',
        comment: 'Completes {width} in the texts about columns of pictures',
      })
    : t({
        message: 'with as many numbers',
        comment: 'As the code has; completes {width} in the texts about columns of pictures',
      });
  const hasDenoiser = points.some(({ linear }) => linear?.denoiserImages);
  if (hasOriginals) {
    return hasDenoiser
      ? t`from the left: the original, the network, PCA, the linear denoiser, ${width}`
      : t`from the left: the original, the network, PCA ${width}`;
  }
  return hasDenoiser
    ? t`from the left: the network, PCA and the linear denoiser ${width}`
    : t`left the network, right PCA ${width}`;
}

export const beingComputedText = t`Being computed`;
