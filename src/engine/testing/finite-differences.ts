// Compares the gradient used in training with differences of the objective when weights move a little to either side.
import * as tf from '@tensorflow/tfjs-core';
import { networkPlan } from '../../catalog/architectures/registry';
import type { Checkpoint } from '../../core/run/checkpoint';
import type { Experiment } from '../../core/experiment/experiment';
import { pixelCount } from '../../core/inpainting/mask';
import { inputShape, pixelWeights, usesMasks } from '../../core/inpainting/mask-input';
import { pcg4d, standardNormal, uniform, words } from '../../core/random';
import { sampleSize, type SampleShape } from '../../core/samples/samples';
import { betaAt } from '../../core/experiment/schedule';
import { networkInput, type Batch } from '../training/batch/batch';
import { initialCheckpoint } from '../network/weights/initial-weights';
import type { Network } from '../network/network';
import { objective, reparameterise } from '../objective/objective';
import { disposeBatch, type TrainingBatch } from '../training/batch/training-batch';
import { runPlainNetwork } from './tiny/plain-network';

const streams = { clean: 1, noisy: 2, code: 3, bias: 4, direction: 5, mask: 6 } as const;
const own = 0x67726164;

/** A batch as arrays; the noise of a Gaussian code is `[count, codeSize]`, else null. */
export interface PlainBatch extends Batch {
  codeNoise: Float32Array | null;
}

/** Grey images, inputs that differ from them, and noise for a Gaussian code, all deterministic. */
export function randomBatch(experiment: Experiment, shape: SampleShape, count: number): PlainBatch {
  const pixels = (stream: number) =>
    Float32Array.from({ length: count * sampleSize(shape) }, (_, i) => uniform(1, own, stream, i));
  const draws = Float32Array.from({ length: count * experiment.codeSize }, (_, i) => {
    pcg4d(1, own, streams.code, i);
    return standardNormal(words[0] ?? 0, words[1] ?? 0);
  });
  return {
    clean: pixels(streams.clean),
    noisy: pixels(streams.noisy),
    masks: usesMasks(experiment)
      ? Uint8Array.from({ length: count * pixelCount(shape) }, (_, i) =>
          Number(uniform(1, own, streams.mask, i) < 0.4),
        )
      : null,
    codeNoise: experiment.codeKind === 'gaussian' ? draws : null,
  };
}

/**
 * Initial weights and biases at which the objective is smooth: every sum into a rectifier, every code unit under L1 and every
 * pixel error under MAE is at least `clearance` from 0.
 * @throws Error when no seed up to 2000 gives such weights
 */
export function smoothCheckpoint(
  experiment: Experiment,
  shape: SampleShape,
  batch: PlainBatch,
  clearance: number,
): Checkpoint {
  for (let seed = 1; seed <= 2000; seed++) {
    const checkpoint = initialCheckpoint({ ...experiment, seed }, shape);
    const weights = checkpoint.weights.map((weight, w) =>
      w % 2 === 0 ? weight : weight.map((_, i) => 0.6 * uniform(seed, own, streams.bias + 16 * w, i) - 0.3),
    );
    if (nearestCorner({ experiment, weights }, shape, batch) >= clearance) return { ...checkpoint, weights };
  }
  throw new Error(`no weights stay ${clearance} away from every corner`);
}

function nearestCorner(
  checkpoint: Pick<Checkpoint, 'experiment' | 'weights'>,
  shape: SampleShape,
  batch: PlainBatch,
): number {
  const { clean } = batch;
  const input = networkInput(batch, checkpoint.experiment, shape);
  const inputSize = sampleSize(inputShape(shape, checkpoint.experiment));
  const { loss, sparsity } = checkpoint.experiment;
  const { layers, boundaries } = networkPlan(checkpoint.experiment, shape);
  const size = sampleSize(shape);
  let nearest = Infinity;
  const look = (value: number) => (nearest = Math.min(nearest, Math.abs(value)));
  for (let row = 0, from = 0; from < clean.length; row++, from += size) {
    const ofRow = input.subarray(row * inputSize, (row + 1) * inputSize);
    const { sums, pixels } = runPlainNetwork(checkpoint, shape, ofRow);
    layers.forEach(({ activation, stage, name }, index) => {
      const isRectified = activation === 'relu' && stage < boundaries.length - 1;
      if (isRectified || (sparsity === 'l1' && name === 'code')) sums[index]?.forEach(look);
    });
    if (loss === 'mae') pixels.forEach((pixel, i) => look(pixel - (clean[from + i] ?? 0)));
  }
  return nearest;
}

/** The objective of a batch and its gradient as in a training step: the first velocity of SGD is the gradient. */
export async function trainedGradients(
  network: Network,
  batch: PlainBatch,
): Promise<{ value: number; gradients: Float32Array[] }> {
  const before = await network.checkpoint();
  const tensors = tensorsOf(batch, network);
  const { total, terms } = await network.trainOn(tensors);
  disposeBatch(tensors);
  const value = (await total.data<'float32'>())[0] ?? Number.NaN;
  tf.dispose([total, terms] as unknown as tf.TensorContainer);
  const { optimizer } = await network.checkpoint();
  network.restore(before);
  return { value, gradients: optimizer.slots[0] ?? [] };
}

/** The objective of a batch, without a gradient. The caller disposes of it. */
export async function objectiveOf(network: Network, batch: PlainBatch): Promise<tf.Scalar> {
  const { experiment, autoencoder, epoch } = network;
  const tensors = tensorsOf(batch, network);
  const plain = await network.plainTerms(tensors);
  const total = tf.tidy(() => {
    const { target, input, codeNoise, weights } = tensors;
    const encoded = autoencoder.encode(input);
    const code = codeNoise ? reparameterise(encoded, codeNoise) : encoded.mean;
    const logits = autoencoder.decodeLogits(code);
    return objective(experiment, betaAt(experiment, epoch), target, logits, encoded, plain, weights).total;
  });
  disposeBatch(tensors);
  return total;
}

function tensorsOf(
  batch: PlainBatch,
  { experiment, shape }: Pick<Network, 'experiment' | 'shape'>,
): TrainingBatch {
  const { clean, codeNoise, masks } = batch;
  const rows = clean.length / sampleSize(shape);
  const matrix = (values: Float32Array) => tf.tensor2d(values, [rows, values.length / rows]);
  const weights = pixelWeights(masks, shape, experiment);
  return {
    target: matrix(clean),
    input: matrix(networkInput(batch, experiment, shape)),
    codeNoise: codeNoise && matrix(codeNoise),
    weights: weights && matrix(weights),
  };
}

/** Comparison of one weight's gradient with the central difference of the objective. */
export interface Comparison {
  /** The largest error of a derivative, relative to the length of the gradient and (of a direction) its root mean square. */
  error: number;
  /** Length of the gradient. */
  norm: number;
}

/**
 * Compares each weight's gradient with central differences along random sign directions, each of which estimates the length of
 * the whole gradient's error, and along its steepest entry.
 * @param step distance that every entry moves to either side; a single entry moves four times as far
 */
export async function compareWithDifferences(
  network: Network,
  batch: PlainBatch,
  gradients: readonly Float32Array[],
  step: number,
): Promise<Comparison[]> {
  const { variables } = network.autoencoder;
  const { weights } = await network.checkpoint();
  const moves = variables.flatMap((variable, index) => {
    const gradient = gradients[index] ?? new Float32Array(0);
    return directions(gradient, index).map((direction) => ({ variable, index, direction }));
  });
  const values: tf.Scalar[] = [];
  for (const { variable, index, direction } of moves) {
    const start = weights[index] ?? new Float32Array(0);
    const at = (side: number) => {
      assign(
        variable,
        start.map((weight, i) => weight + side * step * (direction[i] ?? 0)),
      );
      return objectiveOf(network, batch);
    };
    values.push(await at(1), await at(-1));
    assign(variable, start);
  }
  const stacked = tf.stack(values);
  const numbers = await stacked.data<'float32'>();
  tf.dispose([stacked, values]);

  return variables.map((_, index) => {
    const gradient = gradients[index] ?? new Float32Array(0);
    const norm = Math.hypot(...gradient);
    const errors = moves.map(({ index: of, direction }, move) => {
      if (of !== index) return 0;
      const difference = ((numbers[2 * move] ?? Number.NaN) - (numbers[2 * move + 1] ?? Number.NaN)) / 2;
      const slope = gradient.reduce((sum, value, i) => sum + value * (direction[i] ?? 0), 0);
      return Math.abs(difference / step - slope) / (Math.max(...direction) * norm);
    });
    return { error: Math.max(...errors), norm };
  });
}

const assign = (variable: tf.Variable, values: Float32Array) => {
  tf.tidy(() => {
    variable.assign(tf.tensor(values, variable.shape, 'float32'));
  });
};

function directions(gradient: Float32Array, index: number): Float32Array[] {
  const signs = [0, 1].map((which) =>
    gradient.map((_, i) => (uniform(which, own, streams.direction + 16 * index, i) < 0.5 ? -1 : 1)),
  );
  const steepest = gradient.reduce(
    (best, value, i) => (Math.abs(value) > Math.abs(gradient[best] ?? 0) ? i : best),
    0,
  );
  return [...signs, gradient.map((_, i) => (i === steepest ? 4 : 0))];
}
