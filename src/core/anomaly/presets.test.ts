import { expect, test } from 'vitest';
import { defaultExperiment, type Experiment } from '../experiment/experiment';
import { repairExperiment } from '../experiment/rules';
import { anomalyPreset } from './presets';
import { scoreKindsOf } from './score-kind';

/** As far from the presets as it gets. */
const other: Experiment = {
  ...defaultExperiment,
  architecture: 'convolutional',
  codeKind: 'gaussian',
  loss: 'bce',
  noise: 'gaussian',
  dataset: 'quickdraw',
  classes: [3],
  seed: 7,
};

test.each([
  ['few', 1],
  ['many', 9],
  ['all', 0],
])('the best preset for %s normal classes is a legal experiment that has its score', (_, normalCount) => {
  const { patch, score } = anomalyPreset('best', normalCount, 10);
  const experiment = { ...other, ...patch };
  expect(repairExperiment(experiment)).toEqual({ experiment, reasons: [] });
  expect(scoreKindsOf(experiment)).toContain(score);
  expect(experiment).toMatchObject({ dataset: 'quickdraw', classes: [3], seed: 7, architecture: 'dense' });
});

test('few normal classes are at most half of them', () => {
  expect(anomalyPreset('best', 5, 10).score).toBe('unexplained');
  expect(anomalyPreset('best', 6, 10).score).toBe('nearest-direction');
  expect(anomalyPreset('best', 0, 0).score).toBe('nearest-direction');
});

test('the current preset changes nothing', () => {
  expect(anomalyPreset('current', 1, 10)).toEqual({ patch: {}, score: null, epochs: null });
});
