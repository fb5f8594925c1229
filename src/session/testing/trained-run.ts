// For tests only: a run as it is kept after some training, with weights that are all different.
import { networkPlan } from '../../catalog/architectures/registry';
import { defaultExperiment, type ExperimentPatch } from '../../core/experiment/experiment';
import { appendValues, emptySeries } from '../../core/run/metric-series';
import { digitsInfo } from '../../core/samples/testing/digits-info';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import { sampleSize } from '../../core/samples/samples';
import { keptRunOf, type KeptRun } from '../archive/kept-run';
import { applyEvent } from '../runs/apply-event';
import { newRun } from '../runs/run';
import { weightNames } from '../run-files/weight-names';
import { evaluationEvent, startedEvent } from './fake-engine';

/** @param shape of a sample */
export function trainedRun(
  patch: ExperimentPatch = {},
  shape: readonly number[] = [4, 4, 1],
  id = 'run',
): KeptRun {
  const experiment = { ...defaultExperiment, hidden: [6], codeSize: 3, filters: 4, convLayers: 1, ...patch };
  const dataset: DatasetInfo = { ...digitsInfo, shape, kind: shape.length === 3 ? 'image' : 'signal' };
  let value = 0;
  const arrays = () =>
    weightNames(networkPlan(experiment, shape)).map(({ shape: extents }) =>
      new Float32Array(sampleSize(extents)).map(() => Math.sin(++value)),
    );
  const checkpoint = {
    experiment,
    step: 7,
    samplesPassed: 7 * 128,
    weights: arrays(),
    optimizer: { updates: 7, slots: [arrays(), arrays()] },
  };
  const started = applyEvent(newRun(id, experiment, null, 1000), startedEvent(id, experiment, dataset));
  const measured = applyEvent(started, evaluationEvent(id, { step: 7, mse: 0.04 }));
  const curves = {
    ...measured.curves,
    train: appendValues(emptySeries, 1, [0.5, 0.4, 0.3, 0.25, 0.2, 0.1, 0.1]),
  };
  const kept = keptRunOf({ ...measured, curves, step: 7, checkpoint }, null);
  if (kept === null) throw new Error('A trained run is worth keeping.');
  const picture = new Float32Array(3 * sampleSize(shape)).map((_, i) => (i % 11) / 10);
  return {
    ...kept,
    backend: 'wasm',
    thumbnail: { original: picture, reconstructed: picture.map((pixel) => 1 - pixel) },
  };
}
