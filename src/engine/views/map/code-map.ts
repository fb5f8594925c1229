// Projects codes to points of a plane: a code of two as it is, a code of one against a jittered second axis, longer codes onto
// their first two principal components (mean-centred covariance, Pearson 1901).
import * as tf from '@tensorflow/tfjs-core';
import type { CodePlane, LatentMap } from '../../../core/engine-api/looking';
import { streams, uniform } from '../../../core/random';
import { maxFullSize, principalAxes } from './principal-axes';

/** Projects a code to its point on the map. */
export interface Projection {
  axes: LatentMap['axes'];
  explained: LatentMap['explained'];
  codeSize: number;
  /** Mean of the codes, `[codeSize]`, and the two axes, `[codeSize]` each (`principal` only). */
  mean: Float32Array;
  axesVectors: readonly [Float32Array, Float32Array];
}

const emptyVector = new Float32Array(0);

/**
 * Fits the projection to codes.
 * @param codes `[count, codeSize]`
 * @param previous the projection shown last: axes are flipped to match its directions, so that the map does not jump
 */
export async function fitProjection(
  codes: Float32Array,
  codeSize: number,
  previous: Projection | null,
): Promise<Projection> {
  if (codeSize <= 2) {
    const axes = codeSize === 1 ? 'code-jitter' : 'code';
    return { axes, explained: null, codeSize, mean: emptyVector, axesVectors: [emptyVector, emptyVector] };
  }
  const { mean, covariance } = await moments(codes, codeSize);
  // Codes of weights that are about to diverge overflow when squared. There are no axes then, which is not an error.
  const known = covariance.every(Number.isFinite) ? covariance : covariance.fill(0);
  const { vectors, shares } = principalAxes(known, codeSize);
  const alignWithPrevious = (rank: 0 | 1): Float32Array => {
    const before = previous?.codeSize === codeSize ? previous.axesVectors[rank] : null;
    return before && dot(vectors[rank], before) < 0 ? vectors[rank].map((value) => -value) : vectors[rank];
  };
  return {
    axes: 'principal',
    explained: shares,
    codeSize,
    mean,
    axesVectors: [alignWithPrevious(0), alignWithPrevious(1)],
  };
}

/** Number of long codes used to find the axes: the covariance of all of them would take a second. */
const maxLongCodes = 2000;

/** Mean `[codeSize]` and covariance `[codeSize, codeSize]` of codes `[count, codeSize]`. */
async function moments(
  codes: Float32Array,
  codeSize: number,
): Promise<{ mean: Float32Array; covariance: Float32Array }> {
  const known = codes.length / codeSize;
  const count = codeSize > maxFullSize ? Math.min(known, maxLongCodes) : known;
  const [mean, covariance] = tf.tidy(() => {
    const all = tf.tensor2d(codes.subarray(0, count * codeSize), [count, codeSize]);
    const centre = tf.mean(all, 0);
    const centred = tf.sub(all, centre);
    return [centre, tf.div(tf.matMul(centred, centred, true, false), count)] as [tf.Tensor, tf.Tensor];
  });
  const [meanValues, covarianceValues] = await Promise.all([mean.data(), covariance.data()]);
  const result = {
    mean: new Float32Array(meanValues),
    covariance: new Float32Array(covarianceValues),
  };
  tf.dispose([mean, covariance]);
  return result;
}

/** Projects codes `[count, codeSize]` to points of the map, `[2 count]`. */
export function project(
  codes: Float32Array,
  { axes, codeSize, mean, axesVectors }: Projection,
): Float32Array {
  const count = codes.length / codeSize;
  const points = new Float32Array(count * 2);
  for (let row = 0; row < count; row++) {
    const code = codes.subarray(row * codeSize, (row + 1) * codeSize);
    if (axes === 'principal') {
      points[2 * row] = dot(code, axesVectors[0], mean);
      points[2 * row + 1] = dot(code, axesVectors[1], mean);
    } else {
      points[2 * row] = code[0] ?? 0;
      points[2 * row + 1] = code[1] ?? jitter(row);
    }
  }
  return points;
}

/** The plane of a map in latent space, as copies that can be transferred. */
export function planeOf({ axes, explained, codeSize, mean, axesVectors }: Projection): CodePlane {
  if (axes === 'principal') {
    const [first, second] = axesVectors;
    return { axes, explained, mean: mean.slice(), vectors: [first.slice(), second.slice()] };
  }
  const unit = (rank: number) => Float32Array.from({ length: codeSize }, (_, i) => (i === rank ? 1 : 0));
  return { axes, explained, mean: new Float32Array(codeSize), vectors: [unit(0), unit(1)] };
}

/** The random second axis of a code of one: uniform in [-0.5, 0.5), always the same for the same image. */
function jitter(row: number): number {
  return uniform(0, streams.jitter, 0, row) - 0.5;
}

function dot(a: Float32Array, b: Float32Array, origin?: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < b.length; i++) sum += ((a[i] ?? 0) - (origin?.[i] ?? 0)) * (b[i] ?? 0);
  return sum;
}
