// The test set as the network gets it: the noisy inputs are drawn once for each noise setting and kept, so that every
// measurement of a run is on the same inputs. Runs beside each other share what is kept: clean pixels once, noisy ones
// once for each noise that a run uses now. The test set is never trained on.
import type { Experiment } from '../core/experiment';
import { sampleSize, valueScale, type Samples } from '../core/samples';
import { squaredError } from '../core/squared-error';
import { medianFilterInto } from '../data/median-filter';
import { hasMedian } from './baselines';
import { assembleBatch, corrupt, isNoisy, testNoiseStep, type Batch } from './batch';

/** One stretch of the test set, ready for the network, with what the baselines make of it. */
export interface TestChunk extends Batch {
  first: number;
  count: number;
  /** Sum over pixels and images of (noisy - clean)^2. */
  inputSquaredError: number;
  /** The same of the median-filtered input; null without noise or where a median makes no sense. */
  medianSquaredError: number | null;
}

/** The test set in the hands of one user. */
export interface TestSet {
  readonly samples: Samples;
  /** Images `first .. first + count - 1` under the noise of `experiment`; made on first use, then remembered. */
  chunk(experiment: Experiment, first: number, count: number): TestChunk;
  /** Some test images under the noise of `experiment`, `[indices.length, sampleSize]` each. */
  batch(experiment: Experiment, indices: ArrayLike<number>): Batch;
  /** The user is done: noisy inputs that nobody else uses are let go of. */
  release(): void;
}

type Chunks = Map<string, TestChunk>;

/**
 * Hands out the test set to several users, who share what is kept: the clean images, and the noisy ones of the noise
 * that each of them used last.
 * @param samples the test images; must have arrived before the first `chunk` or `batch`
 */
export function sharedTestSet(samples: Samples): () => TestSet {
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
      chunk(experiment, first, count) {
        const key = noiseKey(experiment);
        if (key !== used) {
          enter(key);
          leave(used);
          used = key;
        }
        const place = `${first}+${count}`;
        const plain = remember(clean, place, () => cleanChunk(samples, first, count));
        if (key === null) return plain;
        return remember(noisy.get(key)?.chunks, place, () => noisyChunk(samples, plain, experiment));
      },
      batch: (experiment, indices) => assembleBatch(samples, indices, experiment, testNoiseStep),
      release() {
        leave(used);
        used = null;
      },
    };
  };
}

/** @param samples the test images; must have arrived before the first `chunk` or `batch` */
export function testSet(samples: Samples): TestSet {
  return sharedTestSet(samples)();
}

function noiseKey(experiment: Experiment): string | null {
  return isNoisy(experiment) ? `${experiment.noise} ${experiment.noiseLevel} ${experiment.seed}` : null;
}

function remember(chunks: Chunks | undefined, place: string, make: () => TestChunk): TestChunk {
  const known = chunks?.get(place);
  if (known) return known;
  const made = make();
  chunks?.set(place, made);
  return made;
}

function chunkIndices(first: number, count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, i) => first + i);
}

function cleanChunk(samples: Samples, first: number, count: number): TestChunk {
  const without = { noise: 'none', noiseLevel: 0, seed: 0 } as const;
  const batch = assembleBatch(samples, chunkIndices(first, count), without, testNoiseStep);
  return { first, count, ...batch, inputSquaredError: 0, medianSquaredError: null };
}

/** @param plain the same stretch without noise, whose clean pixels the noisy chunk shares */
function noisyChunk(samples: Samples, plain: TestChunk, experiment: Experiment): TestChunk {
  const { first, count, clean } = plain;
  const noisy = corrupt(clean, samples.shape, chunkIndices(first, count), experiment, testNoiseStep);
  let medianSquaredError: number | null = null;
  if (hasMedian(samples)) {
    const size = sampleSize(samples.shape);
    const filtered = new Float32Array(clean.length);
    for (let row = 0; row < count; row++) {
      medianFilterInto(noisy, row * size, filtered, row * size, samples.shape);
    }
    medianSquaredError = squaredError(clean, filtered);
  }
  return { first, count, clean, noisy, inputSquaredError: squaredError(clean, noisy), medianSquaredError };
}

/** The clean pixels of one test image, `[sampleSize]`, in [0, 1]. */
export function cleanImage(samples: Samples, index: number): Float32Array {
  const size = sampleSize(samples.shape);
  const scale = valueScale(samples);
  return Float32Array.from(samples.values.subarray(index * size, (index + 1) * size), (v) => v * scale);
}

/** Clean images at these places, `[n, sampleSize]`, in [0, 1]; a place that the set does not have is left black. */
export function imagesAt(samples: Samples, indices: Uint32Array): Float32Array {
  const size = sampleSize(samples.shape);
  const images = new Float32Array(indices.length * size);
  indices.forEach((index, row) => images.set(cleanImage(samples, index), row * size));
  return images;
}

/** The first images and their classes. */
export function firstImages(samples: Samples, count: number): { images: Float32Array; labels: Uint16Array } {
  const images = imagesAt(samples, chunkIndices(0, count));
  return { images, labels: samples.labels.slice(0, count) };
}
