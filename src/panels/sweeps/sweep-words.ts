// What is read in the panel of sweeps: names of the settings, which values can be typed, how long it will take, and where
// PCA is ahead. Pure.
import { ranges, type Experiment } from '../../core/experiment';
import { countText, lossText, significantText } from '../../core/number-text';
import { isUsed, longestCode, longestPlainCode } from '../../core/rules';
import type { SweepPoint, SweptSetting } from '../../core/sweep';

/** More would take longer than anyone waits. */
const mostValues = 24;
export const stepsRange = { min: 10, max: 100_000 } as const;

export const sweptLabels: Record<SweptSetting, string> = {
  codeSize: 'Code size',
  noiseLevel: 'Noise level',
  beta: 'Beta',
  targetActivation: 'Target activation',
  depth: 'Depth',
  width: 'Width',
  learningRate: 'Learning rate',
};

/** Title of the axis. */
export function axisTitle(setting: SweptSetting): string {
  const units: Partial<Record<SweptSetting, string>> = {
    codeSize: 'numbers in the code',
    depth: 'hidden layers',
    width: 'units or filters in a layer',
  };
  const unit = units[setting];
  return unit === undefined ? sweptLabels[setting] : `${sweptLabels[setting]} (${unit})`;
}

/** Whose values differ by factors rather than by amounts. */
export function isLogarithmic(setting: SweptSetting): boolean {
  return ['codeSize', 'width', 'learningRate', 'targetActivation'].includes(setting);
}

/** The values that are proposed, as they are typed. */
export function proposedValues(setting: SweptSetting, { architecture }: Experiment): string {
  const isDense = architecture === 'dense';
  switch (setting) {
    case 'codeSize':
      return '1, 2, 4, 8, 16, 32, 64';
    case 'noiseLevel':
      return '0, 0.1, 0.2, 0.4, 0.6, 0.8';
    case 'beta':
      return '0, 0.25, 0.5, 1, 2, 4';
    case 'targetActivation':
      return '0.01, 0.02, 0.05, 0.1, 0.2';
    case 'depth':
      return isDense ? '1, 2, 3, 4' : '1, 2, 3';
    case 'width':
      return isDense ? '16, 32, 64, 128, 256, 512' : '4, 8, 16, 32';
    case 'learningRate':
      return '0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01';
  }
}

/** Why a setting cannot be swept in this experiment, and the way out; undefined when it can. */
export function whyNotSwept(setting: SweptSetting, experiment: Experiment): string | undefined {
  if (setting === 'noiseLevel' && !isUsed('noiseLevel', experiment))
    return 'Noise level: the experiment has no noise. Choose a kind of noise in Train first.';
  if (setting === 'beta' && !isUsed('beta', experiment))
    return 'Beta: only a Gaussian code (Variational) has it.';
  if (setting === 'targetActivation' && !isUsed('targetActivation', experiment))
    return 'Target activation: only KL sparsity has it.';
  return undefined;
}

/** What a value of the setting can be. */
function limits(
  setting: SweptSetting,
  experiment: Experiment,
): { min: number; max: number; integer: boolean } {
  const isDense = experiment.architecture === 'dense';
  switch (setting) {
    case 'codeSize':
      return { min: ranges.codeSize.min, max: longestCode(experiment), integer: true };
    case 'depth':
      return { ...(isDense ? ranges.hiddenLayers : ranges.convLayers), integer: true };
    case 'width':
      return { ...(isDense ? ranges.hiddenWidth : ranges.filters), integer: true };
    default:
      return { ...ranges[setting], integer: false };
  }
}

/**
 * The typed values in their order, or one sentence that says what is wrong with them. Commas, semicolons and spaces part
 * them; a decimal has a point.
 */
export function parseValues(
  text: string,
  setting: SweptSetting,
  experiment: Experiment,
): { values: number[] } | { problem: string } {
  const { min, max, integer } = limits(setting, experiment);
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  if (words.length === 0) return { problem: 'Type at least one value, such as 4, 8, 16.' };
  const values: number[] = [];
  for (const word of words) {
    const value = Number(word);
    if (!Number.isFinite(value)) return { problem: `“${word}” is not a number.` };
    if (integer && !Number.isInteger(value)) return { problem: `${word}: whole numbers only.` };
    if (value < min) return { problem: `${word} is too small: at least ${min}.` };
    if (value > max) return { problem: tooLarge(word, max, setting) };
    if (values.includes(value)) return { problem: `${word} stands there twice.` };
    values.push(value);
  }
  if (values.length > mostValues) return { problem: `${values.length} values: at most ${mostValues}.` };
  return { values };
}

function tooLarge(word: string, max: number, setting: SweptSetting): string {
  const penalty =
    setting === 'codeSize' && max === longestPlainCode ? ' Longer codes need a sparsity penalty.' : '';
  return `${word} is too large: at most ${max}.${penalty}`;
}

/** Seconds that a sweep takes at least, or null while no speed is known. */
export function expectedSeconds(
  values: number,
  steps: number,
  batchSize: number,
  imagesPerSecond: number,
): number | null {
  if (imagesPerSecond <= 0) return null;
  return (values * steps * batchSize) / imagesPerSecond;
}

/** The name that a sweep gets unless the person types one: the experiment's and what is swept. */
export function proposedName(setting: SweptSetting, experimentName: string): string {
  return `${experimentName}: ${sweptLabels[setting].toLowerCase()}`;
}

/** `0.0005`, `64`. */
export function valueText(value: number): string {
  return Number.isInteger(value) ? countText(value) : String(Number(value.toPrecision(4)));
}

/** A point and what PCA reaches with as many numbers. */
export type BesidePca = Pick<SweepPoint, 'value' | 'steps' | 'testMse'> & { readonly pca: number | null };

/** Where PCA is ahead, plainly; null where it is nowhere. */
export function pcaAheadText(setting: SweptSetting, points: readonly BesidePca[]): string | null {
  const behind = points.filter(({ testMse, pca }) => pca !== null && pca < testMse);
  const [first] = behind;
  if (first === undefined) return null;
  const where = behind.map(({ value }) => valueText(value)).join(', ');
  const single =
    behind.length === 1 && first.pca !== null
      ? ` (${lossText(first.pca)} against ${lossText(first.testMse)})`
      : '';
  const isAheadOfShorter = points.some(
    ({ value, testMse, pca }) =>
      pca !== null && testMse < pca && behind.every((other) => value < other.value),
  );
  const why =
    setting === 'codeSize' && isAheadOfShorter
      ? 'A long code leaves the linear answer little to lose, and the network had'
      : 'The network had';
  return `PCA is better at ${sweptLabels[setting].toLowerCase()} ${where}${single}. ${why} only ${countText(first.steps)} steps; more steps may change that.`;
}

/** Network's error over PCA's: `0.46`. */
export function ratioText(testMse: number, pca: number | null): string {
  return pca === null || pca === 0 ? '—' : significantText(testMse / pca);
}
