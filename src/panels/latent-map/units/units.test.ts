import { sampleWords } from '../../../core/samples/words/sample-words';
import { describe, expect, it } from 'vitest';
import type { CodeStatistics } from '../../../core/engine-api/looking';
import { collapsedUnits, meanActive } from '../../../core/run/objective-terms';
import { binValues } from '../../../ui/units/charts/bin-values';
import { activeUnits, dropSilentUnits, largestFirst, measured, measureOf, statisticsFor } from './unit-facts';
import { chartCaption, chartSummary, codeSentence, thresholdText, unitSentence } from './words';

const images = sampleWords('image');

const plain: CodeStatistics = {
  type: 'code-statistics',
  runId: '1',
  step: 0,
  count: 10_000,
  threshold: 0.1,
  meanActivation: Float32Array.of(0.05, 0.5, 0.25),
  variance: Float32Array.of(0.01, 0.02, 0.03),
  activeShare: Float32Array.of(0.15, 1, 0.25),
  kl: null,
};
const gaussian: CodeStatistics = { ...plain, threshold: 0.01, kl: Float32Array.of(0.0099, 2, 0.0101) };

describe('what units do', () => {
  it('counts a unit as active beyond the threshold, to either side of 0', () => {
    expect(activeUnits(Float32Array.of(0.09, 0.2, -0.3, 0), 0.1)).toBe(2);
    expect(activeUnits(Float32Array.of(0, -0.001, 0.001), 0)).toBe(2);
    expect(meanActive(plain)).toBeCloseTo(1.4, 6);
  });

  it('counts a unit of a Gaussian code as collapsed below 0.01 nats', () => {
    expect(collapsedUnits(gaussian.kl ?? Float32Array.of())).toBe(1);
  });

  it('puts the largest first, and equal ones in the order of their numbers', () => {
    expect([...largestFirst(Float32Array.of(1, 3, 1, 2))]).toEqual([1, 3, 0, 2]);
  });

  it('is told by the number that its experiment shapes', () => {
    expect(measureOf({ codeKind: 'gaussian', sparsity: 'none' })).toBe('kl');
    expect(measureOf({ codeKind: 'deterministic', sparsity: 'l1' })).toBe('mean');
    expect(measureOf({ codeKind: 'deterministic', sparsity: 'none' })).toBe('variance');
    expect(measured(gaussian, 'kl')).toBe(gaussian.kl);
  });

  it('is not shown of a code of another length or kind', () => {
    const deterministic = { codeSize: 3, codeKind: 'deterministic' } as const;
    expect(statisticsFor(plain, deterministic)).toBe(plain);
    expect(statisticsFor(plain, { ...deterministic, codeSize: 4 })).toBeNull();
    expect(statisticsFor(plain, { codeSize: 3, codeKind: 'gaussian' })).toBeNull();
    expect(statisticsFor(null, deterministic)).toBeNull();
  });
});

describe('the words on units', () => {
  it('say how many are active, over what, and from where on', () => {
    expect(codeSentence(plain, 'sigmoid', images)).toBe(
      '1.4 of 3 units active on average over 10,000 test images (above 0.1)',
    );
    expect(thresholdText(0, 'relu')).toBe('not 0');
    expect(thresholdText(0.01, 'linear')).toBe('further than 0.01 from 0');
  });

  it('say how many units of a Gaussian code collapsed, and what that means', () => {
    expect(codeSentence(gaussian, 'linear', images)).toBe(
      '2 of 3 units carry information, 1 collapsed (KL below 0.01 nats, 10,000 test images)',
    );
  });

  it('give the numbers of one unit', () => {
    expect(unitSentence(0, plain, { value: 0.5, name: '7' })).toBe(
      'Unit 1, 7: 0.500 · mean 0.05 · variance 0.01 · active for 15.0 %',
    );
    expect(unitSentence(1, gaussian, null)).toBe('Unit 2 · KL 2.000 nats · mean 0.5 · variance 0.02');
    expect(unitSentence(4, null, null)).toBe('Unit 5');
  });

  it('count the units that are never active, which no histogram could show beside the others', () => {
    expect(chartCaption('mean', Float32Array.of(0, 0.2, 0), images)).toMatch(/; 2 are 0 for every image$/);
    expect(chartCaption('mean', Float32Array.of(0.1, 0.2), images)).not.toContain(';');
    expect([...dropSilentUnits(Float32Array.of(0, 0.5, 0))]).toEqual([0.5]);
  });

  it('sum a chart up', () => {
    expect(chartSummary(Float32Array.of(4, 1, 3, 2, 5), 'mean', 0.05)).toBe(
      'Mean activation of each unit: from 1 to 5, half of them from 2 to 4; the target is 0.05',
    );
  });
});

describe('a histogram', () => {
  it('reaches from 0 to a round number that holds every value and the target', () => {
    expect(binValues([0.01, 0.049, 0.05, NaN], 5, 0.06)).toEqual({
      from: 0,
      to: 0.07,
      counts: [1, 0, 0, 2, 0],
    });
    expect(binValues([-1, 1], 2, 0)).toEqual({ from: -1, to: 1, counts: [1, 1] });
    expect(binValues([0, 0], 2, 0)).toEqual({ from: 0, to: 1, counts: [2, 0] });
  });
});
