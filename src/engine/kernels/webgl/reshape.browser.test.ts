// Reshapes of packed tensors between matrices of other sides: the numbers keep their order, and padding stays zero.
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { randomFloats } from '../../testing/random-floats';
import { startForTest } from '../../testing/start-backend';
import { besideOf, programsIn, tensorIn } from './testing/webgl-test-tensors';

beforeAll(() => startForTest('webgl'));

test.each([
  [[3, 7, 7, 4], [3, 196]], [[3, 196], [3, 7, 7, 4]], [[2, 5, 3, 1], [2, 15]], [[5, 12], [5, 2, 2, 3]],
  [[4, 6, 1, 3], [4, 18]], [[3, 5], [15]], [[6, 5, 3], [10, 9]],
])('from %j to %j', async (from, to) => {
  const numbers = randomFloats(tf.util.sizeFromShape(from), 1);
  const { numTensors, numDataBuffers } = tf.memory();
  const x = tensorIn('packed', numbers, from);
  const made: tf.Tensor[] = [];
  const programs = await programsIn(() => {
    made.push(tf.reshape(x, to));
  });
  const [y] = made as [tf.Tensor];
  expect(programs).toBeLessThanOrEqual(1);
  expect(y.shape).toEqual(to);
  if (programs === 1) expect(besideOf(y).every((value) => value === 0)).toBe(true);
  expect(y.dataSync()).toEqual(numbers);
  tf.dispose([x, y]);
  expect(tf.memory()).toMatchObject({ numTensors, numDataBuffers });
}); // prettier-ignore
