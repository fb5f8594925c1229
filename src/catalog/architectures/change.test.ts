// core/experiment/change.ts says what a change does to a run; the plan of the network says what it must do at least.
import { describe, expect, test } from 'vitest';
import { changeKinds } from '../../core/experiment/change';
import {
  architectureIds,
  codeKindIds,
  defaultExperiment,
  settings,
  type Experiment,
  type Setting,
} from '../../core/experiment/experiment';
import { networkPlan } from './registry';

/** For each setting a value that the default experiment does not have. */
const others: Experiment = {
  dataset: 'quickdraw',
  classes: [1],
  validationShare: 0.1,
  architecture: 'convolutional',
  codeSize: 5,
  codeKind: 'gaussian',
  codeActivation: 'tanh',
  hidden: [100, 20],
  convLayers: 3,
  filters: 8,
  activation: 'elu',
  outputActivation: 'linear',
  noise: 'block',
  noiseLevel: 0.25,
  inputDropout: 0.5,
  maskInput: 'on',
  loss: 'mae',
  lossOn: 'hole',
  holeWeight: 3,
  sparsity: 'l1',
  sparsityWeight: 1,
  targetActivation: 0.2,
  beta: 4,
  betaWarmUp: 2,
  optimizer: 'sgd',
  learningRate: 0.1,
  schedule: 'step',
  scheduleEpochs: 3,
  weightDecay: 0.01,
  gradientClip: 1,
  batchSize: 64,
  earlyStopping: 5,
  seed: 7,
};

const bases = architectureIds.flatMap((architecture) =>
  codeKindIds.map((codeKind): Experiment => ({ ...defaultExperiment, architecture, codeKind })),
);
const planOf = (experiment: Experiment) => networkPlan(experiment, [28, 28, 1]);
const layersOf = (experiment: Experiment) =>
  planOf(experiment).layers.map(({ name, kind, stage, activation }) => ({ name, kind, stage, activation }));
const changesIn = (setting: Setting, part: (experiment: Experiment) => unknown) =>
  bases.some(
    (base) =>
      JSON.stringify(part(base)) !== JSON.stringify(part({ ...base, [setting]: others[setting] as never })),
  );

describe.each(settings)('%s', (setting) => {
  test('has another value here than by default', () => {
    expect(others[setting]).not.toEqual(defaultExperiment[setting]);
  });

  test('is live only if the network stays as it is', () => {
    if (changesIn(setting, planOf)) expect(changeKinds[setting]).not.toBe('live');
    else expect(changeKinds[setting]).not.toBe('surgical');
  });

  test('is surgical only if the layers stay and only their widths change', () => {
    if (changesIn(setting, layersOf)) expect(changeKinds[setting]).toBe('rebuild');
  });
});
