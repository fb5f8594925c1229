// Clones share their data, which lives as long as the last of them.
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installWasmKernels, uninstallWasmKernels } from '../install';
import { startWasmBackend } from '../testing/wasm-test-backend';

beforeAll(async () => {
  await startWasmBackend();
  expect(await installWasmKernels()).toMatchObject({ installed: true });
});
afterAll(uninstallWasmKernels);

test('a clone outlives its original', () => {
  const { numTensors, numDataBuffers } = tf.memory();
  const x = tf.tensor1d([1, 2, 3]);
  const clone = tf.clone(x);
  expect(tf.memory().numDataBuffers - numDataBuffers).toBe(1);
  x.dispose();
  const other = tf.tensor1d([7, 7, 7]);
  expect([...clone.dataSync()]).toEqual([1, 2, 3]);
  tf.dispose([clone, other]);
  expect(tf.memory()).toMatchObject({ numTensors, numDataBuffers });
});

test('computing with a clone does not change the original', () => {
  const x = tf.tensor1d([1, -2, 3]);
  const clone = tf.clone(x);
  const result = tf.relu(tf.neg(clone));
  expect([...result.dataSync()]).toEqual([0, 2, 0]);
  expect([...x.dataSync()]).toEqual([1, -2, 3]);
  tf.dispose([x, clone, result]);
});

test('strings are cloned too', () => {
  const x = tf.tensor1d(['a', 'b']);
  const clone = tf.clone(x);
  x.dispose();
  expect([...clone.dataSync()]).toEqual(['a', 'b']);
  clone.dispose();
});

test('a cast to the same type shares the data, any other converts it', () => {
  const { numTensors, numDataBuffers } = tf.memory();
  const x = tf.tensor1d([1.5, -2.5, 0]);
  const same = tf.cast(x, 'float32');
  expect(tf.memory().numDataBuffers - numDataBuffers).toBe(1);
  const whole = tf.cast(x, 'int32');
  const truth = tf.cast(whole, 'bool');
  x.dispose();
  expect([...same.dataSync()]).toEqual([1.5, -2.5, 0]);
  expect([...whole.dataSync()]).toEqual([1, -2, 0]);
  expect(truth.dtype).toBe('bool');
  tf.dispose([same, whole, truth]);
  expect(tf.memory()).toMatchObject({ numTensors, numDataBuffers });
});
