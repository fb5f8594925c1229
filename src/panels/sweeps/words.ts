// Text of the sweep panels. Pure.
import type { Experiment } from '../../core/experiment/experiment';
import { isUsed } from '../../core/experiment/rules';
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
  codeSize: { label: 'Code size', inSentence: 'code size', axis: 'Code size (numbers in the code)' },
  noiseLevel: { label: 'Noise level', inSentence: 'noise level', axis: 'Noise level' },
  beta: { label: 'Beta', inSentence: 'beta', axis: 'Beta' },
  targetActivation: {
    label: 'Target activation',
    inSentence: 'target activation',
    axis: 'Target activation',
  },
  depth: { label: 'Depth', inSentence: 'depth', axis: 'Depth (hidden layers)' },
  width: { label: 'Width', inSentence: 'width', axis: 'Width (units or filters in a layer)' },
  learningRate: { label: 'Learning rate', inSentence: 'learning rate', axis: 'Learning rate' },
  seed: { label: 'Seed', inSentence: 'seed', axis: 'Steps' },
} as const satisfies Record<SweptSetting, SettingWords>;

/** `Rate–distortion` over the code size, which is the rate, as the error is the distortion; else the setting: `Error over noise level`. */
export function curveTitle(setting: SweptSetting): string {
  if (setting === 'seed') return 'Mean over seeds';
  return setting === 'codeSize' ? 'Rate–distortion' : `Error over ${settingWords[setting].inSentence}`;
}

/** The title of an exported image of the curve. */
export function pictureTitle(setting: SweptSetting): string {
  if (setting === 'seed') return 'Test MSE over steps: mean of the seeds, and the range of all of them';
  return setting === 'codeSize'
    ? `${curveTitle(setting)}: test MSE over code size`
    : `Test MSE over ${settingWords[setting].inSentence}`;
}

const problems: WordsFor<ValuesProblem> = {
  'values.none': () => 'Type at least one value, such as 4, 8, 16.',
  'values.too-many': ({ count }) => `${count} values: at most ${mostValues}.`,
  'value.not-a-number': ({ word }) => `“${word}” is not a number.`,
  'value.not-whole': ({ word }) => `${word}: whole numbers only.`,
  'value.too-small': ({ word, min }) => `${word} is too small: the minimum is ${min}.`,
  'value.too-large': ({ word, max, needsPenalty }) =>
    `${word} is too large: the maximum is ${max}.${
      word.includes(',')
        ? ' Put a space after a comma between two values.'
        : needsPenalty
          ? ' Longer codes need a sparsity penalty.'
          : ''
    }`,
  'value.repeated': ({ word }) => `${word} is there twice.`,
};

/** One sentence that explains what is wrong with the typed values. */
export function problemText(problem: ValuesProblem): string {
  return textOf(problems, problem);
}

/** How ambiguous text was read: `Read as 2 values: 0.5 and 2`, with plain digits, which need no comma. */
export function readAsText(values: readonly number[]): string {
  const list = new Intl.ListFormat('en').format(values.map(String));
  return values.length === 1 ? `Read as one value: ${list}.` : `Read as ${values.length} values: ${list}.`;
}

/** `Seeds 1, 2, 3, 4 and 5: the same experiment, with other first weights, another order of samples and other noise.` */
export function seedsText(seeds: readonly number[]): string {
  const list = new Intl.ListFormat('en').format(seeds.map(String));
  return `Seeds ${list}: the same experiment from other first weights, with the samples in another order and other noise.`;
}

/** What a start would train, and how long that takes where it is known. */
export function planText(count: number, steps: number, expected: string | null): string {
  const what = `${count} × ${countText(steps)} steps`;
  const time =
    expected === null ? '; how long they take is not known until the first are made' : `: ${expected}`;
  return `${what}${time}. You can pause at any time.`;
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
  if (!conditions.isSettingFree) return 'To start, choose another setting.';
  if (!conditions.areValuesValid) return 'To start, correct the values.';
  if (!conditions.areStepsValid) return 'To start, correct the number of steps.';
  if (!conditions.canTrain) return 'The engine is not running yet.';
  return conditions.hasData ? null : 'The data is still loading.';
}

/** Why this experiment cannot sweep a setting and how to enable it; undefined when it can. */
export function whyNotSwept(setting: SweptSetting, experiment: Experiment): string | undefined {
  if (setting === 'noiseLevel' && !isUsed('noiseLevel', experiment))
    return 'Noise level: the experiment has no noise. Choose a kind of noise in Train first.';
  if (setting === 'beta' && !isUsed('beta', experiment))
    return 'Beta: only a Gaussian code (Variational) has it.';
  if (setting === 'targetActivation' && !isUsed('targetActivation', experiment))
    return 'Target activation: only KL sparsity has it.';
  return undefined;
}

/** The default name of a sweep: the experiment name and the swept setting. */
export function proposedName(setting: SweptSetting, experimentName: string): string {
  if (setting === 'seed') return `${experimentName}: repeated`;
  return `${experimentName}: ${settingWords[setting].inSentence}`;
}

/** What the columns of pictures are: linear methods have as many numbers as the code, or as the narrowest layer where that is less. */
export function linearPicturesText(points: readonly SweepPoint[]): string {
  const isNarrower = points.some(({ codeSize, linear }) => linear !== undefined && linear.size < codeSize);
  const width = isNarrower ? 'with as many numbers as the narrowest layer' : 'with as many numbers';
  const hasDenoiser = points.some(({ linear }) => linear?.denoiserImages);
  return hasDenoiser
    ? `from the left: the network, PCA and the linear denoiser ${width}`
    : `left the network, right PCA ${width}`;
}

export const beingComputedText = 'Being computed';
