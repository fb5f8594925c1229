// The test set as input of the network. Noisy inputs are computed once per noise setting and kept, so that all measurements of
// a run use the same inputs. Parallel runs share them: clean pixels once, noisy pixels once per noise setting in use. Nothing
// ever trains on the test set.
import { isNoisy, testNoiseStep } from '../../catalog/corrupt';
import type { Experiment } from '../../core/experiment/experiment';
import { usesMasks } from '../../core/inpainting/mask-input';
import { sampleSize, valueScale, type Samples } from '../../core/samples/samples';
import { squaredError } from '../../core/pca/squared-error';
import { medianFilterInto } from '../../data/median-filter';
import { hasMedian } from './baselines';
import { assembleBatch, corruptedBatch, type Batch } from '../training/batch/batch';

/** A span of the test set, ready for the network, with the errors of its baselines. */
export interface TestChunk extends Batch {
  first: number;
  count: number;
  /** Sum over pixels and images of (noisy - clean)^2. */
  inputSquaredError: number;
  /** The same for the median-filtered input; null without noise or where a median filter does not apply. */
  medianSquaredError: number | null;
}

/** One user's handle to the test set. */
export interface TestSet {
  readonly samples: Samples;
  /** How many images there are: all of `samples`, or the chosen ones. */
  readonly count: number;
  /** Images `first .. first + count - 1` under the noise of `experiment`; computed on first use, then cached. */
  chunk(experiment: Experiment, first: number, count: number): TestChunk;
  /** Some test images under the noise of `experiment`, `[indices.length, sampleSize]` each. */
  batch(experiment: Experiment, indices: ArrayLike<number>): Batch;
  /** Ends the use and frees noisy inputs that nobody else uses. */
  release(): void;
}

type Chunks = Map<string, TestChunk>;

/**
 * Returns a function that hands the test set to another user. Users share the clean images, and the noisy images of the noise
 * that each used last.
 * @param samples the test images; must have loaded before the first `chunk` or `batch`
 * @param chosen indices of those that are measured; all by default
 */
export function sharedTestSet(samples: Samples, chosen: Uint32Array | null = null): () => TestSet {
  const clean: Chunks = new Map();
  const noisy = new Map<string, { chunks: Chunks; users: number }>();

  function leave(key: string | null): void {
    const left = key === null ? undefined : noisy.get(key);
    if (key !== null && left && --left.users === 0) noisy.delete(key);
  }

  function enter(key: string | null): void {
    if (key === null) return;
    const known = noisy.get(key);
    if (known) known.users++;
    else noisy.set(key, { chunks: new Map(), users: 1 });
  }

  return () => {
    /** The noise this user used last; null for none. */
    let used: string | null = null;
    return {
      samples,
      count: chosen?.length ?? samples.count,
      chunk(experiment, first, count) {
        const key = noiseKey(experiment);
        if (key !== used) {
          enter(key);
          leave(used);
          used = key;
        }
        const span = `${first}+${count}`;
        const indices = chosen?.subarray(first, first + count) ?? range(first, count);
        const plain = remember(clean, span, () => cleanChunk(samples, first, indices));
        if (key === null) return plain;
        return remember(noisy.get(key)?.chunks, span, () => noisyChunk(samples, plain, indices, experiment));
      },
      batch: (experiment, indices) => assembleBatch(samples, indices, experiment, testNoiseStep),
      release() {
        leave(used);
        used = null;
      },
    };
  };
}

/** A test set with one user; the parameters are those of `sharedTestSet`. */
export function testSet(samples: Samples, chosen: Uint32Array | null = null): TestSet {
  return sharedTestSet(samples, chosen)();
}

function noiseKey(experiment: Experiment): string | null {
  if (!isNoisy(experiment)) return null;
  const { noise, noiseLevel, seed } = experiment;
  return JSON.stringify([noise, noiseLevel, seed, usesMasks(experiment)]);
}

function remember(chunks: Chunks | undefined, span: string, make: () => TestChunk): TestChunk {
  const known = chunks?.get(span);
  if (known) return known;
  const made = make();
  chunks?.set(span, made);
  return made;
}

/** Indices `first .. first + count - 1`. */
export function range(first: number, count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, i) => first + i);
}

function cleanChunk(samples: Samples, first: number, indices: Uint32Array): TestChunk {
  const without = { noise: 'none', noiseLevel: 0, seed: 0 } as const;
  const batch = assembleBatch(samples, indices, without, testNoiseStep);
  return { first, count: indices.length, ...batch, inputSquaredError: 0, medianSquaredError: null };
}

/** @param plain the same span without noise, whose clean pixels the noisy chunk shares */
function noisyChunk(
  samples: Samples,
  plain: TestChunk,
  indices: Uint32Array,
  experiment: Experiment,
): TestChunk {
  const { first, count, clean } = plain;
  const { noisy, masks } = corruptedBatch(clean, samples.shape, indices, experiment, testNoiseStep);
  let medianSquaredError: number | null = null;
  if (hasMedian(samples)) {
    const size = sampleSize(samples.shape);
    const filtered = new Float32Array(clean.length);
    for (let row = 0; row < count; row++) {
      medianFilterInto(noisy, row * size, filtered, row * size, samples.shape);
    }
    medianSquaredError = squaredError(clean, filtered);
  }
  return {
    first,
    count,
    clean,
    noisy,
    masks,
    inputSquaredError: squaredError(clean, noisy),
    medianSquaredError,
  };
}

/** The clean pixels of one test image, `[sampleSize]`, in [0, 1]. */
export function cleanImage(samples: Samples, index: number): Float32Array {
  const size = sampleSize(samples.shape);
  const scale = valueScale(samples);
  return Float32Array.from(samples.values.subarray(index * size, (index + 1) * size), (v) => v * scale);
}

/** Clean images at these indices, `[n, sampleSize]`, in [0, 1]; an index out of range gives a black image. */
export function imagesAt(samples: Samples, indices: Uint32Array): Float32Array {
  const size = sampleSize(samples.shape);
  const images = new Float32Array(indices.length * size);
  indices.forEach((index, row) => images.set(cleanImage(samples, index), row * size));
  return images;
}

/** The images at these indices, as `imagesAt`, and their classes. */
export function labelledImages(
  samples: Samples,
  indices: Uint32Array,
): { images: Float32Array; labels: Uint16Array } {
  const labels = Uint16Array.from(indices, (index) => samples.labels[index] ?? 0);
  return { images: imagesAt(samples, indices), labels };
}
