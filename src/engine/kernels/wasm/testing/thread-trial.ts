// For the thread tests: runs every multithreaded kernel on odd shapes repeatedly and compares the results bit by bit with
// those of one thread, with either tile of the products. Runs in the page, where the engine's thread may not block, and in a worker, where it may.
import { randomFloats } from '../../../testing/random-floats';
import * as tf from '@tensorflow/tfjs-core';
import {
  GaussianCode,
  GaussianCodeGradient,
  runKernel,
  runKernelForList,
  SparsityPenalty,
  SparsityPenaltyGradient,
  UpdateWeights,
  type UpdateWeightsAttrs,
} from '../../training-kernels';
import { forceTile, helperActivity, installWasmKernels } from '../install';
import { startSharedWasmBackend } from './wasm-test-backend';

/** The result of a trial. */
export interface TrialResult {
  /** How many of the compared results differ from those of one thread. */
  different: number;
  compared: number;
  /** Chunks done by helpers. */
  helped: number;
}

/** Sides of 1, sides around the tile and beyond blocks; split by rows and by columns; more and fewer parts than threads. */
const products: [m: number, n: number, k: number, zeros?: 'zeros'][] = [
  [1, 1, 1],
  [1, 130, 7],
  [131, 1, 300],
  [13, 17, 19],
  [61, 200, 257],
  [203, 40, 33],
  [130, 130, 515],
  [130, 140, 150, 'zeros'],
];

const images: [batch: number, side: number, channels: number, filters: number, stride: 1 | 2][] = [
  [1, 1, 1, 1, 1],
  [5, 9, 3, 5, 2],
  [37, 7, 4, 9, 1],
  [3, 19, 2, 7, 1],
  // few channels, in whole vectors
  [13, 28, 1, 16, 2],
  [5, 9, 3, 8, 2],
];

/**
 * @param threads including the caller's own
 * @param rounds how often to compute everything
 */
export async function tryThreads(threads: number, rounds: number): Promise<TrialResult> {
  await startSharedWasmBackend();
  const operands = makeOperands();
  await installWasmKernels(undefined, 1);
  forceTile('narrow');
  const expected = computeAll(operands);
  await installWasmKernels(undefined, threads, true);
  let compared = 0;
  let different = 0;
  for (let round = 0; round < rounds; round++) {
    // The first round starts without helpers. In some later rounds they are asleep, in others still spinning.
    if (round > 0 && round % 8 === 1) await allIdle(threads - 1);
    if (round === 5) tf.zeros([40, 1024, 1024]).dispose(); // 160 MB: the memory grows
    forceTile(round % 2 === 0 ? 'wide' : 'narrow');
    computeAll(operands).forEach((bits, i) => {
      compared++;
      if (!isSame(bits, expected[i])) different++;
    });
  }
  tf.dispose(operands);
  return { different, compared, helped: helperActivity().chunksDone };
}

/** Waits until this many helpers are idle. */
export async function allIdle(helpers: number): Promise<void> {
  while (helperActivity().idle < helpers) await new Promise((resolve) => setTimeout(resolve, 1));
}

function makeOperands() {
  const floats = (seed: number, ...shape: number[]) =>
    tf.tensor(randomFloats(tf.util.sizeFromShape(shape), seed), shape);
  return {
    products: products.map(([m, n, k, zeros]) => ({
      ...{ a: withZeros(floats(1, m, k), zeros), aTransposed: withZeros(floats(2, k, m), zeros) },
      ...{ b: floats(3, k, n), bTransposed: floats(4, n, k), bias: floats(5, n) },
    })),
    images: images.map(([batch, side, channels, filters, stride]) => ({
      x: floats(6, batch, side, side, channels) as tf.Tensor4D,
      filter: floats(7, 3, 3, channels, filters) as tf.Tensor4D,
      dy: floats(8, batch, Math.ceil(side / stride), Math.ceil(side / stride), filters) as tf.Tensor4D,
      stride,
    })),
    long: floats(9, 40_003),
    wide: floats(10, 31, 333),
  };
}

/** Two thirds of the numbers become zeros, if asked: blocks of eight by eight. */
function withZeros(matrix: tf.Tensor, zeros: 'zeros' | undefined): tf.Tensor {
  if (!zeros) return matrix;
  const [rows = 0, columns = 0] = matrix.shape;
  const kept = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => (((row >> 3) + (column >> 3)) % 3 === 0 ? 1 : 0)),
  );
  return tf.mul(matrix, tf.tensor2d(kept));
}

function computeAll(operands: ReturnType<typeof makeOperands>): Uint32Array[] {
  const tensors = tf.tidy(() => {
    const results: tf.Tensor[] = [];
    for (const { a, aTransposed, b, bTransposed, bias } of operands.products) {
      for (const transposeA of [false, true]) {
        for (const transposeB of [false, true]) {
          const pair = { a: transposeA ? aTransposed : a, b: transposeB ? bTransposed : b };
          const [left, right] = [pair.a, pair.b] as [tf.Tensor2D, tf.Tensor2D];
          results.push(tf.matMul(left, right, transposeA, transposeB));
          results.push(
            tf.fused.matMul({ a: left, b: right, transposeA, transposeB, bias, activation: 'sigmoid' }),
          );
        }
      }
    }
    for (const { x, filter, dy, stride } of operands.images) {
      const gradients = tf.grads((image: tf.Tensor, weights: tf.Tensor) =>
        tf.conv2d(image as tf.Tensor4D, weights as tf.Tensor4D, stride, 'same'),
      );
      results.push(tf.conv2d(x, filter, stride, 'same'), ...gradients([x, filter], dy));
    }
    const { long, wide } = operands;
    results.push(tf.tanh(long), tf.softplus(long), tf.sum(wide, 0));
    results.push(tf.add(long, long), tf.mul(long, 3), tf.clipByValue(long, -0.5, 0.5));
    results.push(...runOptimizers(long), ...runCodes(wide));
    return results;
  });
  const bits = tensors.map((tensor) => new Uint32Array(tensor.dataSync<'float32'>().buffer));
  tf.dispose(tensors);
  return bits;
}

/** Two weights and their running averages after one update by each optimizer, clipped and decayed. */
function runOptimizers(gradient: tf.Tensor): tf.Tensor[] {
  const rules = {
    adam: { stepSize: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
    rmsprop: { learningRate: 0.01, decay: 0.9, epsilon: 1e-7 },
    sgd: { learningRate: 0.01, momentum: 0.9 },
  };
  return Object.entries(rules).flatMap(([optimizer, rates]) => {
    const gradients = [gradient, tf.slice(gradient, 0, 17)];
    const weights = gradients.map((of, i) => {
      const filled = (value: number) => tf.fill(of.shape, value);
      const slots = optimizer === 'adam' ? [filled(0.1), filled(0.2)] : [filled(0.2)];
      return { param: filled(1), gradient: of, slots, keep: i === 0 ? 0.99 : 1 };
    });
    const attrs: UpdateWeightsAttrs = { optimizer, rates, weights, gradientClip: 1 };
    runKernelForList(UpdateWeights, {}, attrs);
    return weights.flatMap(({ param, slots }) => [param, ...slots]);
  });
}

/** The Gaussian code and the penalties of codes `[batch, codeSize]`, and their gradients. */
function runCodes(codes: tf.Tensor): tf.Tensor[] {
  const inputs = { mean: codes, logVar: codes, noise: codes };
  const dy = tf.scalar(0.3);
  return [
    ...runKernelForList(GaussianCode, inputs, {}),
    ...runKernelForList(GaussianCodeGradient, { ...inputs, dCode: codes, dDivergence: dy }, {}),
    ...['l1', 'kl'].flatMap((penalty) => [
      runKernel(SparsityPenalty, { codes }, { penalty, rho: 0.1 }),
      runKernel(SparsityPenaltyGradient, { codes, dy }, { penalty, rho: 0.1 }),
    ]),
  ];
}

function isSame(a: Uint32Array, b: Uint32Array | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((value, i) => value === b[i]);
}
