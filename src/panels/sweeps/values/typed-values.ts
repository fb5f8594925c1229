// The typed values of a sweep: defaults, limits, parsing and errors.
import { ranges, type Experiment } from '../../../core/experiment/experiment';
import { longestCode, longestPlainCode } from '../../../core/experiment/rules';
import { parseNumbers } from '../../../core/number-input/parse-numbers';
import { seedCounts, seedsFrom } from '../../../core/sweep/seeds';
import type { SweptSetting } from '../../../core/sweep/sweep';

/** More values would take too long to train. */
export const mostValues = 24;
export const stepsRange = { min: 10, max: 100_000 } as const;

/** What is wrong with typed values; `word` is the one at fault. */
export type ValuesProblem =
  | { code: 'values.none' }
  | { code: 'values.too-many'; count: number }
  | { code: 'value.not-a-number'; word: string }
  | { code: 'value.not-whole'; word: string }
  | { code: 'value.too-small'; word: string; min: number }
  /** `needsPenalty`: a sparsity penalty would allow a larger value. */
  | { code: 'value.too-large'; word: string; max: number; needsPenalty: boolean }
  | { code: 'value.repeated'; word: string };

/** The default values, in the typed format. */
export function proposedValues(setting: SweptSetting, { architecture, seed }: Experiment): string {
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
    case 'seed':
      return seedsFrom(seed, seedCounts.standard).join(', ');
  }
}

/** Whether the values of a setting are compared by ratio, which suits a logarithmic axis. */
export function isLogarithmic(setting: SweptSetting): boolean {
  return ['codeSize', 'width', 'learningRate', 'targetActivation'].includes(setting);
}

/** The typed values in order (grammar: `core/number-input`), or the problem with them. */
export function parseValues(
  text: string,
  setting: SweptSetting,
  experiment: Experiment,
): { values: number[]; isAmbiguous: boolean } | { problem: ValuesProblem } {
  const { min, max, integer } = limits(setting, experiment);
  const read = parseNumbers(text, integer);
  if ('notANumber' in read) return { problem: { code: 'value.not-a-number', word: read.notANumber } };
  const { numbers, isAmbiguous } = read;
  if (numbers.length === 0) return { problem: { code: 'values.none' } };
  const values: number[] = [];
  for (const { value, word } of numbers) {
    if (integer && !Number.isInteger(value)) return { problem: { code: 'value.not-whole', word } };
    if (value < min) return { problem: { code: 'value.too-small', word, min } };
    if (value > max) {
      const needsPenalty = setting === 'codeSize' && max === longestPlainCode;
      return { problem: { code: 'value.too-large', word, max, needsPenalty } };
    }
    if (values.includes(value)) return { problem: { code: 'value.repeated', word } };
    values.push(value);
  }
  if (values.length > mostValues) return { problem: { code: 'values.too-many', count: values.length } };
  return { values, isAmbiguous };
}

/** The allowed values of a setting. */
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
    case 'seed':
      return { ...ranges.seed, integer: true };
    default:
      return { ...ranges[setting], integer: false };
  }
}
