// The training images of all contenders, in order: MNIST as stored, so that batch k is the same everywhere.
import type { Experiment } from '../../../src/core/experiment/experiment';
import { sampleSize, valueScale, type Samples } from '../../../src/core/samples/samples';
import { openDataset } from '../../../src/data/sources/load-dataset';
import { servedSource } from '../../../src/data/sources/served/served-source';
import { drawCodeNoise } from '../../../src/engine/training/batch/batch';

/**
 * The first training images as bytes: as many whole batches as fit in `atMost` images. With `signalLength` so many pixels from the
 * middle of each, as a signal.
 */
export async function trainingImages(
  atMost: number,
  batchSize: number,
  signalLength?: number,
): Promise<Samples> {
  const ignore = () => undefined;
  const handle = await openDataset(servedSource(new URL('/', location.href).href, 'mnist'), {
    onProgress: ignore,
    onFailure: ignore,
  });
  const count = Math.floor(atMost / batchSize) * batchSize;
  await handle.whenTrainReady(count);
  const { values, shape, labels, classNames } = handle.train;
  handle.dispose();
  const size = sampleSize(shape);
  const images = values.slice(0, count * size) as Uint8Array;
  const others = { labels: labels.slice(0, count), count, classNames };
  if (signalLength === undefined) return { ...others, values: images, shape };
  const from = Math.floor((size - signalLength) / 2);
  const signals = images.filter((_, at) => at % size >= from && at % size < from + signalLength);
  return { ...others, values: signals, shape: [signalLength, 1] };
}

/** Indices of samples `seen` to `seen + count - 1` of the run. */
export function inOrder(images: number, seen: number, count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, i) => (seen + i) % images);
}

/** Pixels in [0, 1]. */
export function pixelsOf(samples: Samples): Float32Array {
  const scale = valueScale(samples);
  return Float32Array.from(samples.values, (value) => value * scale);
}

/**
 * Number of steps after which the peers reuse the noise of a Gaussian code, whose generation is not part of their measurement.
 */
const noiseSteps = 32;

/** The noise of our engine for steps 0, 1, …, `[batchSize, codeSize]` each: `noiseSteps` arrays. */
export function codeNoise(experiment: Experiment, images: number): Float32Array[] {
  const { batchSize } = experiment;
  return Array.from({ length: noiseSteps }, (_, step) =>
    drawCodeNoise(inOrder(images, step * batchSize, batchSize), experiment, step),
  );
}
