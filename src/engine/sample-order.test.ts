import { describe, expect, test } from 'vitest';
import { sampleOrder } from './sample-order';

const shards = [30, 50, 20];
const total = 100;
const sorted = (indices: Uint32Array) => Array.from(indices).sort((a, b) => a - b);
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

describe('the first epoch', () => {
  const order = sampleOrder(shards, 1).take(0, total);

  test('goes through the shards in order and through each of them completely', () => {
    expect(sorted(order.subarray(0, 30))).toEqual(range(0, 30));
    expect(sorted(order.subarray(30, 80))).toEqual(range(30, 80));
    expect(sorted(order.subarray(80, 100))).toEqual(range(80, 100));
  });

  test('shuffles within each shard, each in a way of its own', () => {
    const twins = sampleOrder([50, 50], 1).take(0, 100);
    const [first, second] = [twins.subarray(0, 50), twins.subarray(50)];
    expect(Array.from(first)).not.toEqual(range(0, 50));
    expect(Array.from(second, (index) => index - 50)).not.toEqual(Array.from(first));
  });
});

describe('later epochs', () => {
  const epochs = [1, 2, 3].map((epoch) => sampleOrder(shards, 1).take(epoch * total, total));

  test('show every image once', () => {
    for (const epoch of epochs) expect(sorted(epoch)).toEqual(range(0, total));
  });

  test('mix the shards and differ from one another', () => {
    for (const epoch of epochs) expect(Math.max(...epoch.subarray(0, 30))).toBeGreaterThanOrEqual(80);
    expect(new Set(epochs.map((epoch) => epoch.join())).size).toBe(3);
  });
});

describe('take', () => {
  const whole = sampleOrder(shards, 1).take(0, 4 * total);

  test.each([1, 7, 64, 100, 256])('gives the same sequence in stretches of %i', (count) => {
    const order = sampleOrder(shards, 1);
    const pieces: number[] = [];
    while (pieces.length < whole.length) pieces.push(...order.take(pieces.length, count));
    expect(pieces.slice(0, whole.length)).toEqual(Array.from(whole));
  });

  test('depends on the place alone, not on what was asked before', () => {
    const order = sampleOrder(shards, 1);
    order.take(350, 10);
    expect(order.take(95, 10)).toEqual(whole.slice(95, 105));
  });

  test('can span more than an epoch', () => {
    const tiny = sampleOrder([3], 1).take(0, 9);
    for (const epoch of [0, 3, 6]) expect(sorted(tiny.subarray(epoch, epoch + 3))).toEqual([0, 1, 2]);
  });
});

test('another seed gives another order', () => {
  expect(sampleOrder(shards, 2).take(0, total)).not.toEqual(sampleOrder(shards, 1).take(0, total));
});
