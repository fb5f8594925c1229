// Scores some samples with a frozen network: one forward pass, or several draws of a Gaussian code.
import * as tf from '@tensorflow/tfjs-core';
import { isCodeScore, probabilityDraws, type ScoreKind } from '../../../core/anomaly/score-kind';
import { pcg4d, standardNormal, streams, words } from '../../../core/random';
import { sampleSize } from '../../../core/samples/samples';
import type { FrozenNetwork } from '../../network/frozen-network';
import type { Encoded } from '../../objective/encoded';
import { reparameterise } from '../../objective/objective';
import { pixelsOf, sampleScores, type Answer } from './sample-scores';

export interface ScoredRows {
  /** `[n]`; null for a score of the code. */
  scores: Float32Array | null;
  /** `[n, codeSize]`; means of a Gaussian code. */
  codes: Float32Array;
  /** `[n, sampleSize]`, of the mean code; null when they are not wanted. */
  reconstructions: Float32Array | null;
}

type Frozen = Pick<FrozenNetwork, 'autoencoder' | 'experiment' | 'shape'>;

/**
 * @param samples `[n, sampleSize]`
 * @param first index of the first of them, which decides on its draws
 * @param withReconstructions false: a score of the code does not decode it
 */
export async function scoreRows(
  network: Frozen,
  kind: ScoreKind,
  samples: Float32Array,
  first: number,
  withReconstructions: boolean,
): Promise<ScoredRows> {
  const { experiment, shape } = network;
  const size = sampleSize(shape);
  const decodes = withReconstructions || !isCodeScore(kind);
  const draws = kind === 'reconstruction-probability' ? probabilityDraws : 0;
  const { encoded, logits } = forward(network, samples, decodes);
  const codes = await read(encoded.mean);
  const logVars = encoded.logVar && (await read(encoded.logVar));
  const outputs = logits && (await read(logits));
  let scores: Float32Array | null = null;
  if (outputs && !isCodeScore(kind)) {
    const answer: Answer = { samples, logits: outputs, codes, logVars };
    scores = draws === 0 ? sampleScores(kind, experiment, answer) : new Float32Array(samples.length / size);
    for (let draw = 0; draw < draws; draw++) {
      const noise = drawNoise(codes.length, experiment, first, draw);
      const drawn = tf.tidy(() =>
        network.autoencoder.decodeLogits(reparameterise(encoded, tf.tensor2d(noise, encoded.mean.shape))),
      );
      const ofDraw = sampleScores(kind, experiment, { ...answer, logits: await read(drawn) });
      drawn.dispose();
      for (let row = 0; row < scores.length; row++) scores[row]! += (ofDraw[row] ?? 0) / draws;
    }
  }
  tf.dispose([encoded.mean, encoded.logVar, logits].filter((tensor) => tensor !== null));
  return {
    scores,
    codes,
    reconstructions: withReconstructions && outputs ? pixelsOf(outputs, experiment) : null,
  };
}

/** Tensors that the caller disposes of. */
function forward({ autoencoder, shape }: Frozen, samples: Float32Array, decodes: boolean) {
  const size = sampleSize(shape);
  const made: { encoded?: Encoded; logits?: tf.Tensor2D } = {};
  tf.tidy(() => {
    const encoded = autoencoder.encode(tf.tensor2d(samples, [samples.length / size, size]));
    made.encoded = { mean: tf.keep(encoded.mean), logVar: encoded.logVar && tf.keep(encoded.logVar) };
    if (decodes) made.logits = tf.keep(autoencoder.decodeLogits(encoded.mean));
  });
  const { encoded, logits = null } = made;
  if (!encoded) throw new Error('the samples were not encoded');
  return { encoded, logits };
}

async function read(tensor: tf.Tensor): Promise<Float32Array> {
  return new Float32Array(await tensor.data<'float32'>());
}

/** Standard normal numbers, `[n, codeSize]`: the same for the same sample, draw and seed. */
function drawNoise(
  length: number,
  { seed, codeSize }: FrozenNetwork['experiment'],
  first: number,
  draw: number,
): Float32Array {
  return Float32Array.from({ length }, (_, i) => {
    pcg4d(seed ^ streams.anomaly, draw, first + Math.floor(i / codeSize), i % codeSize);
    return standardNormal(words[0] ?? 0, words[1] ?? 0);
  });
}
