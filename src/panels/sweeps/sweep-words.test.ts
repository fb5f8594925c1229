import { describe, expect, it } from 'vitest';
import { defaultExperiment, type Experiment } from '../../core/experiment';
import { experimentAt, sweptSettings } from '../../core/sweep';
import { expectedSeconds, parseValues, pcaAheadText, proposedValues, whyNotSwept } from './sweep-words';

const experiment = defaultExperiment;
const convolutional: Experiment = { ...experiment, architecture: 'convolutional' };

describe('the typed values of a sweep', () => {
  it('are read in their order, however they are parted', () => {
    expect(parseValues('1, 2;4  8,', 'codeSize', experiment)).toEqual({ values: [1, 2, 4, 8] });
    expect(parseValues('0.01 1e-4', 'learningRate', experiment)).toEqual({ values: [0.01, 0.0001] });
  });

  it.each([
    ['', 'codeSize', /at least one/],
    ['1, two', 'codeSize', /“two” is not a number/],
    ['2.5', 'codeSize', /whole numbers/],
    ['0', 'codeSize', /too small: at least 1/],
    ['256', 'codeSize', /at most 128. Longer codes need a sparsity penalty/],
    ['4, 8, 4', 'codeSize', /4 stands there twice/],
    ['1.5', 'noiseLevel', /at most 1\./],
  ] as const)('refuse %j for %s with the reason', (text, setting, reason) => {
    expect(parseValues(text, setting, experiment)).toHaveProperty('problem', expect.stringMatching(reason));
  });

  it('follow the experiment: a penalty allows long codes, convolutions fewer layers', () => {
    expect(parseValues('256', 'codeSize', { ...experiment, sparsity: 'l1' })).toEqual({ values: [256] });
    expect(parseValues('4', 'depth', experiment)).toEqual({ values: [4] });
    expect(parseValues('4', 'depth', convolutional)).toEqual({
      problem: '4 is too large: at most 3.',
    });
  });

  it.each([experiment, convolutional])('are legal as proposed, and each changes the experiment', (base) => {
    for (const setting of sweptSettings) {
      const parsed = parseValues(proposedValues(setting, base), setting, base);
      if (!('values' in parsed)) throw new Error(`${setting}: ${parsed.problem}`);
      const made = parsed.values.map((value) => JSON.stringify(experimentAt({ base, setting }, value)));
      expect(new Set(made).size).toBe(made.length);
    }
  });
});

it('says why a setting does not go with the experiment, and nothing where it does', () => {
  expect(whyNotSwept('codeSize', experiment)).toBeUndefined();
  expect(whyNotSwept('noiseLevel', experiment)).toMatch(/no noise/);
  expect(whyNotSwept('noiseLevel', { ...experiment, noise: 'gaussian' })).toBeUndefined();
  expect(whyNotSwept('beta', { ...experiment, codeKind: 'gaussian' })).toBeUndefined();
});

it('expects a sweep to take all its images at the known speed', () => {
  expect(expectedSeconds(7, 1000, 100, 10_000)).toBe(70);
  expect(expectedSeconds(7, 1000, 100, 0)).toBeNull();
});

describe('where PCA is ahead', () => {
  const point = (value: number, testMse: number, pca: number | null) => ({ value, steps: 100, testMse, pca });
  it('is said, with the steps the network had', () => {
    const text = pcaAheadText('codeSize', [point(2, 0.04, 0.05), point(64, 0.02, 0.0091)]);
    expect(text).toMatch(/PCA is better at code size 64 \(0\.0091 against 0\.0200\)/);
    expect(text).toMatch(/only 100 steps/);
    expect(text).toMatch(/long code/);
  });
  it('does not put it down to a long code where the short ones are behind too', () => {
    const text = pcaAheadText('codeSize', [point(2, 0.06, 0.05), point(64, 0.02, 0.0091)]);
    expect(text).toMatch(/code size 2, 64\. The network had only 100 steps/);
  });
  it('is nothing where it is behind, or not known', () => {
    expect(pcaAheadText('codeSize', [point(2, 0.04, 0.05), point(4, 0.03, null)])).toBeNull();
  });
});
