// Generated samples against held-out real ones, beside those of a Gaussian in the space of principal components.
import type { PcaModel } from '../../core/analysis-api';
import { momentsOf } from '../../core/latent/two-sample/moments';
import type { TwoSampleAnswer, TwoSampleQuestion } from '../../core/latent/two-sample/two-sample-api';
import { sampleSize, type Samples } from '../../core/samples/samples';
import { sampleRows } from '../anomalies/row-source';
import { leaveOneOutAccuracy } from './leave-one-out';
import { drawPcaGaussian, withPcaResidual } from './pca-gaussian';

/** Of each side in the test of nearest neighbours, where samples are short. */
const mostPairs = 1000;
/** Multiplications of one test, a second or two. */
const mostWork = 6e8;
/** Training samples that the residual of PCA is measured on. */
const residualSamples = 1000;

interface Sets {
  readonly train: Samples;
  /** Of the training set: those that are trained on; null for all. */
  readonly picked: Uint32Array | null;
  readonly test: Samples;
  readonly pca: PcaModel;
}

export async function twoSample(
  { of, generated, codeSize, withResidual, seed }: TwoSampleQuestion,
  { train, picked, test, pca }: Sets,
): Promise<TwoSampleAnswer> {
  const width = sampleSize(test.shape);
  const real = evenly(test, ofClasses(test, of.classes), Infinity);
  const count = generated.length / width;
  const pairs = Math.floor(Math.min(mostPairs, count, real.length / width, Math.sqrt(mostWork / width) / 2));
  const drawn = drawPcaGaussian(pca, { count, codeSize, seed });
  const training = evenly(train, picked, residualSamples);
  const gaussian = withResidual ? withPcaResidual(drawn, pca, { training, codeSize, seed: seed + 1 }) : drawn;
  const realPairs = spread(real, pairs, width);
  const first = (samples: Float32Array) => samples.subarray(0, pairs * width);
  return {
    realCount: real.length / width,
    real: momentsOf(real, width),
    generated: momentsOf(generated, width),
    gaussian: momentsOf(gaussian, width),
    pairs,
    accuracy: {
      generated: await leaveOneOutAccuracy(realPairs, first(generated), width),
      gaussian: await leaveOneOutAccuracy(realPairs, first(gaussian), width),
    },
  };
}

/** Indices of the samples of these classes; null for all, as where no class is chosen or none of them is there. */
function ofClasses({ labels }: Samples, classes: readonly number[]): Uint32Array | null {
  const found: number[] = [];
  labels.forEach((label, index) => {
    if (classes.includes(label)) found.push(index);
  });
  return found.length === 0 ? null : Uint32Array.from(found);
}

/** At most so many samples, spread evenly, `[n, D]` in [0, 1]. @param picked those that count; null for all */
export function evenly(samples: Samples, picked: Uint32Array | null, most: number): Float32Array {
  const all = picked?.length ?? samples.count;
  const count = Math.min(most, all);
  const indices = Uint32Array.from({ length: count }, (_, at) => {
    const place = Math.floor((at * all) / count);
    return picked === null ? place : (picked[place] ?? 0);
  });
  const values = new Float32Array(count * sampleSize(samples.shape));
  sampleRows(samples, indices).copy(0, count, values);
  return values;
}

function spread(rows: Float32Array, count: number, width: number): Float32Array {
  const all = rows.length / width;
  const values = new Float32Array(count * width);
  for (let at = 0; at < count; at++) {
    const from = Math.floor((at * all) / count) * width;
    values.set(rows.subarray(from, from + width), at * width);
  }
  return values;
}
