// For tests only: a snapshot as the engine sends it.
import { networkPlan } from '../../catalog/architectures/registry';
import { widthOf } from '../../catalog/architectures/plan';
import type { Snapshot } from '../../core/engine-api/looking';
import { defaultExperiment, type Experiment } from '../../core/experiment/experiment';
import type { RunId } from '../../core/run/stamp';
import { digitsInfo } from '../../core/samples/testing/digits-info';
import { sampleSize } from '../../core/samples/samples';

/** Ten samples, all of whose values are equal. */
export function snapshotEvent(
  runId: RunId,
  step = 0,
  experiment: Experiment = defaultExperiment,
  shape = digitsInfo.shape,
): Snapshot {
  const pixels = sampleSize(shape);
  const greys = (shift: number) =>
    Float32Array.from({ length: 10 * pixels }, (_, i) => (Math.floor(i / pixels) + shift) / 12);
  return {
    type: 'snapshot',
    runId,
    step,
    experiment,
    indices: Uint32Array.from({ length: 10 }, (_, i) => 100 * i),
    labels: Uint16Array.from({ length: 10 }, (_, i) => i),
    original: greys(0),
    noisy: greys(1),
    reconstructed: greys(2),
    codes: Float32Array.from({ length: 10 * experiment.codeSize }, (_, i) => (i % 7) / 7),
    focus: { kind: 'sample', index: 0 },
    activations: networkPlan(experiment, shape).boundaries.map((each) =>
      new Float32Array(widthOf(each)).fill(0.5),
    ),
  };
}
