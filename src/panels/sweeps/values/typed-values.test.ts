import { describe, expect, it } from 'vitest';
import { defaultExperiment, type Experiment } from '../../../core/experiment/experiment';
import { experimentAt, sweptSettings } from '../../../core/sweep/sweep';
import { parseValues, proposedValues } from './typed-values';

const experiment = defaultExperiment;
const convolutional: Experiment = { ...experiment, architecture: 'convolutional' };

describe('the typed values of a sweep', () => {
  it('are read in their order, however they are separated', () => {
    expect(parseValues('1, 2;4  8,', 'codeSize', experiment)).toMatchObject({ values: [1, 2, 4, 8] });
    expect(parseValues('0.01 1e-4', 'learningRate', experiment)).toMatchObject({ values: [0.01, 0.0001] });
  });

  it('have decimal commas where a setting has decimals, and are marked where a comma is ambiguous', () => {
    expect(parseValues('0,5; 1', 'noiseLevel', experiment)).toEqual({ values: [0.5, 1], isAmbiguous: true });
    expect(parseValues('4,8', 'codeSize', experiment)).toEqual({ values: [4, 8], isAmbiguous: true });
    expect(parseValues('4, 8', 'codeSize', experiment)).toEqual({ values: [4, 8], isAmbiguous: false });
  });

  it.each([
    ['', 'codeSize', { code: 'values.none' }],
    ['1, two', 'codeSize', { code: 'value.not-a-number', word: 'two' }],
    ['2.5', 'codeSize', { code: 'value.not-whole', word: '2.5' }],
    ['0', 'codeSize', { code: 'value.too-small', word: '0', min: 1 }],
    ['64,128', 'codeSize', { code: 'value.too-large', word: '64,128', max: 128, needsPenalty: true }],
    ['256', 'codeSize', { code: 'value.too-large', word: '256', max: 128, needsPenalty: true }],
    ['4, 8, 4', 'codeSize', { code: 'value.repeated', word: '4' }],
    ['1.5', 'noiseLevel', { code: 'value.too-large', word: '1.5', max: 1, needsPenalty: false }],
  ] as const)('refuse %j for %s with the reason', (text, setting, problem) => {
    expect(parseValues(text, setting, experiment)).toEqual({ problem });
  });

  it('are no more than anyone waits for', () => {
    const text = Array.from({ length: 25 }, (_, i) => i + 1).join(' ');
    expect(parseValues(text, 'codeSize', experiment)).toEqual({
      problem: { code: 'values.too-many', count: 25 },
    });
  });

  it('follow the experiment: a penalty allows long codes, convolutions fewer layers', () => {
    expect(parseValues('256', 'codeSize', { ...experiment, sparsity: 'l1' })).toMatchObject({
      values: [256],
    });
    expect(parseValues('4', 'depth', experiment)).toMatchObject({ values: [4] });
    expect(parseValues('4', 'depth', convolutional)).toEqual({
      problem: { code: 'value.too-large', word: '4', max: 3, needsPenalty: false },
    });
  });

  it.each([experiment, convolutional])('are legal as proposed, and each changes the experiment', (base) => {
    for (const setting of sweptSettings) {
      const parsed = parseValues(proposedValues(setting, base), setting, base);
      if (!('values' in parsed)) throw new Error(`${setting}: ${parsed.problem.code}`);
      const made = parsed.values.map((value) => JSON.stringify(experimentAt({ base, setting }, value)));
      expect(new Set(made).size).toBe(made.length);
    }
  });
});
