import { expect, test } from 'vitest';
import { defaultExperiment, type Experiment } from '../experiment/experiment';
import { repairExperiment } from '../experiment/rules';
import { anomalyPreset, type NormalData } from './presets';
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

const digits = (normalCount: number): NormalData => ({
  normalCount,
  classCount: 10,
  shape: [28, 28, 1],
  isCut: false,
});

test.each([
  ['few normal classes', digits(1)],
  ['many normal classes', digits(9)],
  ['all classes', digits(0)],
  ['signals', { normalCount: 1, classCount: 5, shape: [128, 1], isCut: false }],
  ['windows', { normalCount: 0, classCount: 0, shape: [64, 1], isCut: true }],
])('the best preset for %s is a legal experiment that has its score', (_, data) => {
  const { patch, score } = anomalyPreset('best', data);
  const experiment = { ...other, ...patch };
  expect(repairExperiment(experiment)).toEqual({ experiment, reasons: [] });
  expect(scoreKindsOf(experiment)).toContain(score);
  expect(experiment).toMatchObject({ dataset: 'quickdraw', classes: [3], seed: 7, architecture: 'dense' });
});

test('few normal classes are at most half of them', () => {
  expect(anomalyPreset('best', digits(5)).score).toBe('unexplained');
  expect(anomalyPreset('best', digits(6)).score).toBe('nearest-direction');
  expect(anomalyPreset('best', { ...digits(0), classCount: 0 }).score).toBe('nearest-direction');
});

test('the current preset changes nothing', () => {
  expect(anomalyPreset('current', digits(1))).toMatchObject({ patch: {}, score: null, epochs: null });
});
