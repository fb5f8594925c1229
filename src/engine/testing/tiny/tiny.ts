// Training material for the engine's tests: a small experiment, and deterministic samples of any shape with something to learn.
import {
  defaultExperiment,
  type Experiment,
  type ExperimentPatch,
} from '../../../core/experiment/experiment';
import { uniform } from '../../../core/random';
import { sampleSize, type SampleShape, type Samples } from '../../../core/samples/samples';

/** The default experiment with 8 hidden nodes, a code of 2 and batches of 16, changed by `patch`. */
export function tinyExperiment(patch: ExperimentPatch = {}): Experiment {
  return { ...defaultExperiment, hidden: [8], codeSize: 2, batchSize: 16, ...patch };
}

const own = 0x74657374;

/**
 * `count` samples as bytes. Sample `i` is of class `i % classes`; each class has its own pattern, with a brightness that varies
 * from sample to sample.
 */
export function tinySamples(shape: SampleShape, count: number, classes = 10): Samples {
  const size = sampleSize(shape);
  const values = new Uint8Array(count * size);
  const labels = Uint16Array.from({ length: count }, (_, i) => i % classes);
  for (let sample = 0; sample < count; sample++) {
    const brightness = 0.5 + uniform(1, own, 0, sample) / 2;
    for (let i = 0; i < size; i++) {
      const lit = uniform(1, own, 1 + (labels[sample] ?? 0), i) < 0.4;
      values[sample * size + i] = lit ? Math.round(255 * brightness) : 0;
    }
  }
  return {
    values,
    shape,
    count,
    labels,
    classNames: Array.from({ length: classes }, (_, i) => `class ${i}`),
  };
}
