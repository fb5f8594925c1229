import { sampleText } from '../../core/samples/words/sample-words';
import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../core/experiment/experiment';
import { appendValues, emptySeries } from '../../core/run/metric-series';
import { emptyCurves } from '../../core/run/run-curves';
import { isMeanSquaredError, named, objectiveText, termSeries } from './run-series';

const of = (...values: number[]) => appendValues(emptySeries, 0, values);
const curvesOf = (terms: Partial<(typeof emptyCurves)['testTerms']>) => ({
  ...emptyCurves,
  testTerms: { ...emptyCurves.testTerms, ...terms },
});
const gaussian = { ...defaultExperiment, codeKind: 'gaussian', beta: 4 } as const;
const sparse = { ...defaultExperiment, sparsity: 'kl' } as const;

describe('lines for the terms of the objective', () => {
  it('are none where the objective has one term', () => {
    expect(termSeries(curvesOf({ reconstruction: of(0.2) }), defaultExperiment)).toEqual([]);
  });

  it('are one for each term that is on, before anything is measured', () => {
    const ids = (experiment: typeof defaultExperiment) =>
      termSeries(emptyCurves, experiment).map(({ id }) => id);
    expect(ids(sparse)).toEqual(['reconstruction', 'sparsity']);
    expect(ids(gaussian)).toEqual(['reconstruction', 'kl', 'elbo']);
  });

  it('stay when the penalty is turned off, so that one sees what it did', () => {
    const shown = termSeries(curvesOf({ reconstruction: of(1, 1), sparsity: of(0.5, 0) }), defaultExperiment);
    expect(shown.map(({ id }) => id)).toEqual(['reconstruction', 'sparsity']);
  });

  it('have the negative ELBO as reconstruction + KL, whatever beta is', () => {
    const shown = termSeries(curvesOf({ reconstruction: of(300, 90), kl: of(5, 25) }), gaussian);
    const elbo = shown.find(({ id }) => id === 'elbo');
    expect([elbo?.x, elbo?.y]).toEqual([
      [0, 1],
      [305, 115],
    ]);
  });

  it('can be told apart without colour', () => {
    for (const experiment of [sparse, gaussian]) {
      const dashes = termSeries(emptyCurves, experiment).map(({ dash }) => dash);
      expect(new Set(dashes).size).toBe(dashes.length);
      expect(dashes).not.toContain(undefined);
    }
  });

  it('say on a log axis that they are 0', () => {
    const [, sparsity] = termSeries(curvesOf({ reconstruction: of(1, 1), sparsity: of(0, 0) }), sparse);
    expect(sparsity && named(sparsity, 'log').label).toBe('λ × sparsity = 0');
    expect(sparsity && named(sparsity, 'linear').label).toBe('λ × sparsity');
  });
});

it('compares with mean squared errors only where the curves are of that unit', () => {
  expect(isMeanSquaredError(defaultExperiment)).toBe(true);
  expect(isMeanSquaredError(sparse)).toBe(true);
  expect(isMeanSquaredError({ ...defaultExperiment, loss: 'mae' })).toBe(false);
  expect(isMeanSquaredError({ ...gaussian, loss: 'mse' })).toBe(false);
});

it('says what the curves count', () => {
  expect(sampleText(objectiveText(defaultExperiment))).toBe('Mean squared error (L2)');
  expect(sampleText(objectiveText({ ...gaussian, loss: 'bce' }))).toContain('nats');
});
