// Test samples of one data set in the shape of another's, with what the simplest rivals make of them: the mean image of the tested
// set, and PCA of what the network was trained on.
import type { PcaModel } from '../../core/analysis-api';
import { picturesBehind, type ForeignQuestion, type ForeignSamples } from '../../core/limits/limits-api';
import { pcaReconstruction } from '../../core/pca/pca';
import { meanSquaredError, squaredError } from '../../core/pca/squared-error';
import { sampleSize, valueScale, type Samples, type SampleShape } from '../../core/samples/samples';
import { sampleKind } from '../../core/samples/sample-kind';
import { pause } from '../../core/browser/pause';
import { inShape } from '../../data/drawing/tiles/other-shape';

const samplesAtOnce = 100;

/** @param pca fitted to what the network is trained on, in its shape */
export async function foreignSamples(
  { shape, count, codeSize }: Pick<ForeignQuestion, 'shape' | 'count' | 'codeSize'>,
  tested: { readonly train: Samples; readonly test: Samples },
  pca: Pick<PcaModel, 'mean' | 'components'>,
): Promise<ForeignSamples> {
  const size = sampleSize(shape);
  const picked = evenlySpaced(tested.test, count);
  const samples = await samplesInShape(picked, shape);
  const mean = inShape(await meanSample(tested.train), tested.train.shape, shape);
  const pcaPictures = new Float32Array(Math.min(picturesBehind * size, samples.length));
  let [fromMean, fromPca] = [0, 0];
  for (let first = 0; first < samples.length; first += samplesAtOnce * size) {
    const rows = samples.subarray(first, first + samplesAtOnce * size);
    const rebuilt = pcaReconstruction(pca, rows, codeSize);
    fromPca += squaredError(rows, rebuilt);
    for (let at = 0; at < rows.length; at += size)
      fromMean += size * meanSquaredError(rows.subarray(at, at + size), mean);
    if (first < pcaPictures.length) pcaPictures.set(rebuilt.subarray(0, pcaPictures.length - first), first);
    await pause();
  }
  return {
    samples,
    meanMse: fromMean / samples.length,
    pcaMse: fromPca / samples.length,
    pcaPictures,
    ownShape: tested.test.shape,
  };
}

/** The whole set in another shape: images as bytes, since averages of pixels stay in [0, 1]; signals, which may leave it, as floats. */
export async function setInShape(samples: Samples, shape: SampleShape): Promise<Samples> {
  const floats = await samplesInShape(samples, shape);
  if (sampleKind(samples.shape) === 'signal') return { ...samples, values: floats, shape };
  const values = Uint8Array.from(floats, (value) => Math.round(255 * value));
  return { ...samples, values, shape };
}

async function samplesInShape(samples: Samples, shape: SampleShape): Promise<Float32Array> {
  const size = sampleSize(samples.shape);
  const scale = valueScale(samples);
  const changed = new Float32Array(samples.count * sampleSize(shape));
  for (let first = 0; first < samples.count; first += samplesAtOnce) {
    const stored = samples.values.subarray(first * size, (first + samplesAtOnce) * size);
    const floats = Float32Array.from(stored, (value) => value * scale);
    changed.set(inShape(floats, samples.shape, shape), first * sampleSize(shape));
    await pause();
  }
  return changed;
}

/** A test set may be sorted by class: its first samples could all be of one. */
function evenlySpaced(samples: Samples, most: number): Samples {
  const count = Math.min(most, samples.count);
  const size = sampleSize(samples.shape);
  const values =
    samples.values instanceof Uint8Array ? new Uint8Array(count * size) : new Float32Array(count * size);
  for (let row = 0; row < count; row++) {
    const index = Math.floor((row * samples.count) / count);
    values.set(samples.values.subarray(index * size, (index + 1) * size), row * size);
  }
  return { ...samples, values, count, labels: samples.labels.subarray(0, count) };
}

/** `[sampleSize]` */
async function meanSample(samples: Samples): Promise<Float32Array> {
  const { values, count, shape } = samples;
  const size = sampleSize(shape);
  const sums = new Float64Array(size);
  for (let row = 0; row < count; row++) {
    for (let at = 0, from = row * size; at < size; at++)
      sums[at] = (sums[at] ?? 0) + (values[from + at] ?? 0);
    if (row % 2000 === 1999) await pause();
  }
  return Float32Array.from(sums, (sum) => (sum / count) * valueScale(samples));
}
