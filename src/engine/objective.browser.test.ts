import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { losses } from '../catalog/losses/registry';
import { lossIds, type LossId } from '../core/experiment';
import { uniform } from '../core/random';
import { objective } from './objective';
import { startForTest } from './testing/start-backend';

const rows = 3;
const columns = 5;
const target = Float32Array.from({ length: rows * columns }, (_, i) => uniform(1, 0, 0, i));
const ordinary = Float32Array.from({ length: rows * columns }, (_, i) => 6 * uniform(1, 0, 1, i) - 3);
const extreme = ordinary.map((_, i) => (i % 2 === 0 ? 80 : -80));
const blackAndWhite = target.map((_, i) => i % 2);

function lossOf(loss: LossId, pixels: Float32Array, logits: Float32Array): number {
  return tf.tidy(() => {
    const [x, z] = [tf.tensor2d(pixels, [rows, columns]), tf.tensor2d(logits, [rows, columns])];
    return objective({ loss }, x, z).total.dataSync<'float32'>()[0] ?? NaN;
  });
}

/** Gradient of the loss with respect to every logit. */
function gradientOf(loss: LossId, pixels: Float32Array, logits: Float32Array): Float32Array {
  return tf.tidy(() => {
    const x = tf.tensor2d(pixels, [rows, columns]);
    const gradient = tf.grad((z) => objective({ loss }, x, z as tf.Tensor2D).total);
    return new Float32Array(gradient(tf.tensor2d(logits, [rows, columns])).dataSync<'float32'>());
  });
}

/** The same from the reference in double precision: central differences. */
function differences(loss: LossId, pixels: Float32Array, logits: Float32Array): number[] {
  const step = 1e-4;
  return Array.from(logits, (_, i) => {
    const moved = (by: number) => Array.from(logits, (z, j) => (j === i ? z + by : z));
    const at = (by: number) => losses[loss].reference(pixels, moved(by));
    return (at(step) - at(-step)) / (2 * step);
  });
}

describe.each(['wasm', 'webgl', 'cpu'] as const)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  describe.each(lossIds)('%s', (loss) => {
    test('is its reference on ordinary logits', () => {
      expect(lossOf(loss, target, ordinary)).toBeCloseTo(losses[loss].reference(target, ordinary), 5);
    });

    test('is finite and its reference on logits of -80 and 80, right and wrong', () => {
      const flipped = blackAndWhite.map((pixel) => 1 - pixel);
      for (const pixels of [target, blackAndWhite, flipped]) {
        const expected = losses[loss].reference(pixels, extreme);
        expect(Math.abs(lossOf(loss, pixels, extreme) - expected)).toBeLessThan(1e-6 * Math.max(1, expected));
      }
    });

    test('has the gradient that finite differences of the reference give', () => {
      const gradient = gradientOf(loss, target, ordinary);
      differences(loss, target, ordinary).forEach((expected, i) => {
        expect(gradient[i]).toBeCloseTo(expected, 5);
      });
    });

    test('has a finite gradient on extreme logits', () => {
      const gradient = gradientOf(loss, blackAndWhite, extreme);
      expect(gradient.every(Number.isFinite)).toBe(true);
    });
  });

  test('binary cross-entropy pulls a confident mistake back with full force', () => {
    const gradient = gradientOf(
      'bce',
      target.map(() => 0),
      target.map(() => 80),
    );
    for (const value of gradient) expect(value).toBeCloseTo(1 / (rows * columns), 6);
  });

  test('the total is the sum of the terms', () => {
    tf.tidy(() => {
      const x = tf.tensor2d(target, [rows, columns]);
      const z = tf.tensor2d(ordinary, [rows, columns]);
      const { total, terms } = objective({ loss: 'mse' }, x, z);
      expect(total.dataSync()).toEqual(terms.reconstruction.dataSync());
    });
  });
});
