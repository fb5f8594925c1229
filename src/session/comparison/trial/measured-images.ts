// The images that a trial measures on, and the errors of what is made of them. Worked through in pieces, so that the page
// answers between them.
import { corrupt, testNoiseStep, type Noise } from '../../../catalog/corrupt';
import type { DatasetId } from '../../../core/experiment/dataset-id';
import { squaredError } from '../../../core/pca/squared-error';
import { sampleSize, type SampleShape } from '../../../core/samples/samples';
import type { InputErrors, MeasuredImages } from './trial-state';

const imagesAtOnce = 50;

/**
 * Test images and their noisy copies: the very inputs that a run with this noise is tested on.
 * @param clean test images, `[n, sampleSize]`, pixels in [0, 1]
 * @param places of these in the test set, `[n]`: which noise each gets; by default they are the first
 */
export async function measuredImages(
  { dataset, shape, noise }: { dataset: DatasetId; shape: SampleShape; noise: Noise },
  clean: Float32Array,
  places: Uint32Array | null = null,
): Promise<MeasuredImages> {
  const size = sampleSize(shape);
  const count = clean.length / size;
  const noisy = new Float32Array(clean.length);
  await inPieces(count, (first, end) => {
    const indices =
      places?.subarray(first, end) ?? Uint32Array.from({ length: end - first }, (_, image) => first + image);
    const piece = clean.subarray(first * size, end * size);
    noisy.set(corrupt(piece, shape, indices, noise, testNoiseStep), first * size);
  });
  return { dataset, noise, count, clean, noisy, noisyMse: squaredError(noisy, clean) / clean.length };
}

/** Both inputs of all images in one array, `[2 count, sampleSize]`: one question, and so one set of weights. */
export function bothInputs({ clean, noisy }: Pick<MeasuredImages, 'clean' | 'noisy'>): Float32Array {
  const both = new Float32Array(clean.length + noisy.length);
  both.set(clean);
  both.set(noisy, clean.length);
  return both;
}

/** The errors of what was made of `bothInputs`. */
export function errorsOfBoth({ clean }: Pick<MeasuredImages, 'clean'>, made: Float32Array): InputErrors {
  const { length } = clean;
  return {
    clean: squaredError(made.subarray(0, length), clean) / length,
    noisy: squaredError(made.subarray(length), clean) / length,
  };
}

/** The errors of a linear method, given the same inputs. */
export async function linearErrors(
  { clean, noisy, count }: MeasuredImages,
  rebuild: (given: Float32Array) => Float32Array,
): Promise<InputErrors> {
  const size = clean.length / count;
  const sums = { clean: 0, noisy: 0 };
  await inPieces(count, (first, end) => {
    const target = clean.subarray(first * size, end * size);
    sums.clean += squaredError(rebuild(target), target);
    sums.noisy += squaredError(rebuild(noisy.subarray(first * size, end * size)), target);
  });
  return { clean: sums.clean / clean.length, noisy: sums.noisy / clean.length };
}

async function inPieces(count: number, work: (first: number, end: number) => void): Promise<void> {
  for (let first = 0; first < count; first += imagesAtOnce) {
    work(first, Math.min(count, first + imagesAtOnce));
    await new Promise((resolve) => setTimeout(resolve));
  }
}
