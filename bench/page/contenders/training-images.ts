// The images all contenders learn from, and the order in which: MNIST as it is stored, so that batch k is the same
// everywhere.
import type { Experiment } from '../../../src/core/experiment';
import { sampleSize, valueScale, type Samples } from '../../../src/core/samples';
import { openDataset } from '../../../src/data/load-dataset';
import { drawCodeNoise } from '../../../src/engine/batch';

/** The first training images, as bytes: as many whole batches as `atMost` images make. */
export async function trainingImages(atMost: number, batchSize: number): Promise<Samples> {
  const ignore = () => undefined;
  const handle = await openDataset(new URL('/', location.href).href, 'mnist', {
    onProgress: ignore,
    onFailure: ignore,
  });
  const count = Math.floor(atMost / batchSize) * batchSize;
  await handle.whenTrainReady(count);
  const { values, shape, labels, classNames } = handle.train;
  handle.dispose();
  return {
    values: values.slice(0, count * sampleSize(shape)) as Uint8Array,
    labels: labels.slice(0, count),
    shape,
    count,
    classNames,
  };
}

/** Indices of samples number `seen` to `seen + count - 1` of the run. */
export function inOrder(images: number, seen: number, count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, i) => (seen + i) % images);
}

/** Pixels in [0, 1]. */
export function pixelsOf(samples: Samples): Float32Array {
  const scale = valueScale(samples);
  return Float32Array.from(samples.values, (value) => value * scale);
}

/** Steps after which the peers use the noise of a Gaussian code again: drawing it is not what they are measured by. */
const noiseSteps = 32;

/** What our engine draws for steps 0, 1, …, `[batchSize, codeSize]` each: `noiseSteps` arrays. */
export function codeNoise(experiment: Experiment, images: number): Float32Array[] {
  const { batchSize } = experiment;
  return Array.from({ length: noiseSteps }, (_, step) =>
    drawCodeNoise(inOrder(images, step * batchSize, batchSize), experiment, step),
  );
}
