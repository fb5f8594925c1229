// The test set as the network gets it: the noisy inputs are drawn once for each noise setting and kept, so that every
// measurement of a run is on the same inputs. The test set is never trained on.
import type { Experiment } from '../core/experiment';
import { sampleSize, valueScale, type Samples } from '../core/samples';
import { medianFilterInto } from '../data/median-filter';
import { hasMedian, squaredError } from './baselines';
import { assembleBatch, isNoisy, testNoiseStep, type Batch } from './batch';

/** One stretch of the test set, ready for the network, with what the baselines make of it. */
export interface TestChunk extends Batch {
  first: number;
  count: number;
  /** Sum over pixels and images of (noisy - clean)^2. */
  inputSquaredError: number;
  /** The same of the median-filtered input; null without noise or where a median makes no sense. */
  medianSquaredError: number | null;
}

export interface TestSet {
  readonly samples: Samples;
  /** Images `first .. first + count - 1` under the noise of `experiment`; made on first use, then remembered. */
  chunk(experiment: Experiment, first: number, count: number): TestChunk;
  /** Some test images under the noise of `experiment`, `[indices.length, sampleSize]` each. */
  batch(experiment: Experiment, indices: ArrayLike<number>): Batch;
}

/** @param samples the test images; must have arrived before the first `chunk` or `batch` */
export function testSet(samples: Samples): TestSet {
  let noiseKey = '';
  let chunks = new Map<string, TestChunk>();

  return {
    samples,
    chunk(experiment, first, count) {
      const key = isNoisy(experiment)
        ? `${experiment.noise} ${experiment.noiseLevel} ${experiment.seed}`
        : 'clean';
      if (key !== noiseKey) {
        noiseKey = key;
        chunks = new Map();
      }
      const place = `${first}+${count}`;
      const known = chunks.get(place);
      if (known) return known;
      const made = makeChunk(samples, experiment, first, count);
      chunks.set(place, made);
      return made;
    },
    batch: (experiment, indices) => assembleBatch(samples, indices, experiment, testNoiseStep),
  };
}

function makeChunk(samples: Samples, experiment: Experiment, first: number, count: number): TestChunk {
  const indices = Uint32Array.from({ length: count }, (_, i) => first + i);
  const { clean, noisy } = assembleBatch(samples, indices, experiment, testNoiseStep);
  const inputSquaredError = noisy === clean ? 0 : squaredError(clean, noisy);
  let medianSquaredError: number | null = null;
  if (noisy !== clean && hasMedian(samples)) {
    const size = sampleSize(samples.shape);
    const filtered = new Float32Array(clean.length);
    for (let row = 0; row < count; row++) {
      medianFilterInto(noisy, row * size, filtered, row * size, samples.shape);
    }
    medianSquaredError = squaredError(clean, filtered);
  }
  return { first, count, clean, noisy, inputSquaredError, medianSquaredError };
}

/** The clean pixels of one test image, `[sampleSize]`, in [0, 1]. */
export function cleanImage(samples: Samples, index: number): Float32Array {
  const size = sampleSize(samples.shape);
  const scale = valueScale(samples);
  return Float32Array.from(samples.values.subarray(index * size, (index + 1) * size), (v) => v * scale);
}
