import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { optimizers, type OptimizerId } from '../../../catalog/optimizers/registry';

import { uniform } from '../../../core/random';
import { margins, startsOfNewWeights } from './new-weights';
import { createOptimizer, type Optimizer } from './optimizer';
import { supports, UpdateWeights } from '../../kernels/training-kernels';
import { startForTest } from '../../testing/start-backend';

const shapes = [[3, 4], [5]];
const sizes = [12, 5];
const learningRate = 0.05;

const start = sizes.map((size, w) =>
  Float32Array.from({ length: size }, (_, i) => uniform(1, w, 0, i) - 0.5),
);

/** The gradient of weight `w` at update `t`: some entries large, some tiny, one always 0. */
function gradientAt(t: number, w: number): Float32Array {
  return Float32Array.from({ length: sizes[w] ?? 0 }, (_, i) =>
    i === 1 ? 0 : (uniform(1, w, t, i) - 0.5) * 10 ** ((i % 5) - 3),
  );
}

/** The updates as in the papers, one number at a time, in double precision. */
const papers: Record<OptimizerId, (weight: number, gradients: readonly number[]) => number> = {
  // Kingma & Ba 2015, algorithm 1 with bias-corrected moments; epsilon is scaled along with the root, as in the last paragraph
  // of section 2 (and in Keras).
  adam(weight, gradients) {
    let [theta, m, v] = [weight, 0, 0];
    gradients.forEach((g, index) => {
      m = 0.9 * m + 0.1 * g;
      v = 0.999 * v + 0.001 * g * g;
      const mHat = m / (1 - 0.9 ** (index + 1));
      const vHat = v / (1 - 0.999 ** (index + 1));
      const epsilon = 1e-7 / Math.sqrt(1 - 0.999 ** (index + 1));
      theta -= (learningRate * mHat) / (Math.sqrt(vHat) + epsilon);
    });
    return theta;
  },
  // Hinton 2012, lecture 6e
  rmsprop(weight, gradients) {
    let [theta, meanSquare] = [weight, 0];
    for (const g of gradients) {
      meanSquare = 0.9 * meanSquare + 0.1 * g * g;
      theta -= (learningRate * g) / (Math.sqrt(meanSquare) + 1e-7);
    }
    return theta;
  },
  // Polyak 1964
  sgd(weight, gradients) {
    let [theta, velocity] = [weight, 0];
    for (const g of gradients) {
      velocity = 0.9 * velocity + g;
      theta -= learningRate * velocity;
    }
    return theta;
  },
};

function expected(id: OptimizerId, updates: number): number[] {
  return start.flatMap((weight, w) =>
    Array.from(weight, (value, i) =>
      papers[id](
        value,
        Array.from({ length: updates }, (_, t) => gradientAt(t, w)[i] ?? 0),
      ),
    ),
  );
}

function zeroState(id: OptimizerId) {
  const { slots } = optimizers[id];
  const zeros = () => sizes.map((size) => new Float32Array(size));
  return { updates: 0, slots: Array.from({ length: slots }, zeros) };
}

const variables = () => start.map((weight, w) => tf.variable(tf.tensor(weight, shapes[w], 'float32')));
const valuesOf = (weights: tf.Variable[]) => weights.flatMap((weight) => Array.from(weight.dataSync()));

const gradientsAt = (t: number) => sizes.map((_, w) => gradientAt(t, w));

function updateWith(
  optimizer: Optimizer,
  gradients: readonly Float32Array[],
  rates: Partial<Parameters<Optimizer['update']>[0]> = {},
): void {
  const tensors = gradients.map((gradient, w) => tf.tensor(gradient, shapes[w], 'float32'));
  optimizer.update({ learningRate, weightDecay: 0, gradientClip: 0, ...rates }, tensors);
  tf.dispose(tensors);
}

function update(optimizer: Optimizer, from: number, to: number): void {
  for (let t = from; t < to; t++) updateWith(optimizer, gradientsAt(t));
}

function expectClose(actual: readonly number[], expected: readonly number[], tolerance: number): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => {
    expect(Math.abs(value - (expected[i] ?? NaN)), `entry ${i}`).toBeLessThan(tolerance);
  });
}

describe.each(['wasm', 'webgl', 'cpu'] as const)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));
  afterEach(() => {
    tf.disposeVariables();
  });

  describe.each(Object.keys(optimizers) as OptimizerId[])('%s', (id) => {
    test('follows the paper over five updates', () => {
      const weights = variables();
      const optimizer = createOptimizer(id, weights, zeroState(id));
      update(optimizer, 0, 5);
      expectClose(valuesOf(weights), expected(id, 5), 2e-5);
      optimizer.dispose();
    });

    test('decays a kernel by exactly 1 - learning rate x decay when the gradient is 0, and never a bias', () => {
      const weights = variables();
      const optimizer = createOptimizer(id, weights, zeroState(id));
      const still = sizes.map((size) => new Float32Array(size));
      for (let t = 0; t < 3; t++) updateWith(optimizer, still, { learningRate: 0.5, weightDecay: 0.1 });
      const [kernel = new Float32Array(), bias = new Float32Array()] = start;
      expectClose(valuesOf(weights), [...Array.from(kernel, (w) => w * 0.95 ** 3), ...bias], 1e-6);
      optimizer.dispose();
    });

    test('decouples weight decay from the gradient step, as AdamW does', () => {
      const [plain, decayed] = [variables(), variables()];
      const optimizers = [plain, decayed].map((weights) => createOptimizer(id, weights, zeroState(id)));
      optimizers.forEach((optimizer, i) => {
        updateWith(optimizer, gradientsAt(0), { weightDecay: i === 0 ? 0 : 0.1 });
      });
      const stepOf = (weights: tf.Variable[], factor: number) =>
        valuesOf(weights).map(
          (value, i) => value - (start.flatMap((w) => [...w])[i] ?? NaN) * (i < 12 ? factor : 1),
        );
      expectClose(stepOf(decayed, 1 - learningRate * 0.1), stepOf(plain, 1), 1e-6);
      for (const optimizer of optimizers) optimizer.dispose();
    });

    test('uses the learning rate of each update', () => {
      const weights = variables();
      const optimizer = createOptimizer(id, weights, zeroState(id));
      const before = valuesOf(weights);
      updateWith(optimizer, gradientsAt(0), { learningRate: 0 });
      expect(valuesOf(weights)).toEqual(before);
      const halves = [1, 0.5].map((share) => {
        const own = variables();
        const fresh = createOptimizer(id, own, zeroState(id));
        updateWith(fresh, gradientsAt(0), { learningRate: share * learningRate });
        fresh.dispose();
        return valuesOf(own).map((value, i) => value - (before[i] ?? NaN));
      });
      expectClose(halves[1] ?? [], halves[0]?.map((step) => step / 2) ?? [], 1e-6);
      optimizer.dispose();
    });

    test('continues from a saved state', async () => {
      const weights = variables();
      const first = createOptimizer(id, weights, zeroState(id));
      update(first, 0, 2);
      const state = await first.state();
      first.dispose();
      expect(state.updates).toBe(2);
      const second = createOptimizer(id, weights, state);
      expect(await second.state()).toEqual(state);
      update(second, 2, 5);
      expectClose(valuesOf(weights), expected(id, 5), 2e-5);
      second.dispose();
    });

    test('can be restored to an earlier state', async () => {
      const weights = variables();
      const optimizer = createOptimizer(id, weights, zeroState(id));
      update(optimizer, 0, 1);
      const state = await optimizer.state();
      update(optimizer, 1, 4);
      optimizer.restore(state);
      expect(await optimizer.state()).toEqual(state);
      optimizer.dispose();
    });

    test('moves a weight that joins during training by at most the learning rate at first', () => {
      const rms = 0.02;
      const old = { averages: new Float32Array(100).fill(rms ** 2), learningRate, onward: null };
      const largest = id === 'sgd' ? 1 : margins[id] * rms;
      const gradients = sizes.map((size) =>
        Float32Array.from({ length: size }, (_, i) => largest * (1 - (2 * i) / (size - 1))),
      );
      const firstSteps = (startOf: (slot: number) => number) => {
        const weights = variables();
        const before = valuesOf(weights);
        const slots = Array.from({ length: optimizers[id].slots }, (_, slot) =>
          sizes.map((size) => new Float32Array(size).fill(startOf(slot))),
        );
        const optimizer = createOptimizer(id, weights, { updates: 2574, slots });
        updateWith(optimizer, gradients);
        optimizer.dispose();
        return valuesOf(weights).map((value, i) => Math.abs(value - (before[i] ?? NaN)));
      };
      const steps = firstSteps((slot) => startsOfNewWeights(id, slot, old).outgoing);
      expect(Math.max(...steps)).toBeLessThan(learningRate * 1.0001);
      expect(Math.max(...steps)).toBeGreaterThan(learningRate * 0.9);
      if (id !== 'sgd') expect(Math.max(...firstSteps(() => 0))).toBeGreaterThan(3 * learningRate);
    });

    test('holds one tensor per running average of each weight, and frees them on dispose', () => {
      const weights = variables();
      const before = tf.memory().numTensors;
      const optimizer = createOptimizer(id, weights, zeroState(id));
      const held = before + optimizers[id].slots * weights.length;
      expect(tf.memory().numTensors).toBe(held);
      update(optimizer, 0, 3);
      expect(tf.memory().numTensors).toBe(held);
      updateWith(optimizer, gradientsAt(3), { weightDecay: 0.1 });
      expect(tf.memory().numTensors).toBe(held);
      optimizer.dispose();
      expect(tf.memory().numTensors).toBe(before);
    });
  });
});

test('WASM registers the kernel of all weights for every optimizer', async () => {
  const report = await startForTest('wasm');
  expect(report.notes.map(({ code }) => code)).toContain('note.wasm-kernels');
  for (const id of Object.keys(optimizers)) expect(supports(UpdateWeights, id)).toBe(true);
});
