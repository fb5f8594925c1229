import { describe, expect, test } from 'vitest';
import { sampleOrder, walk } from './sample-order';

const shards = [30, 50, 20];
const total = 100;
const sorted = (indices: Uint32Array) => Array.from(indices).sort((a, b) => a - b);
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

describe('the first epoch', () => {
  const order = sampleOrder(shards, 1).take(0, total);

  test('visits the shards in order, each completely', () => {
    expect(sorted(order.subarray(0, 30))).toEqual(range(0, 30));
    expect(sorted(order.subarray(30, 80))).toEqual(range(30, 80));
    expect(sorted(order.subarray(80, 100))).toEqual(range(80, 100));
  });

  test('shuffles each shard differently', () => {
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

  test.each([1, 7, 64, 100, 256])('gives the same sequence in spans of %i', (count) => {
    const order = sampleOrder(shards, 1);
    const pieces: number[] = [];
    while (pieces.length < whole.length) pieces.push(...order.take(pieces.length, count));
    expect(pieces.slice(0, whole.length)).toEqual(Array.from(whole));
  });

  test('depends only on the position, not on earlier calls', () => {
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

describe('a walk over some of the samples', () => {
  const isTaken = (index: number) => index % 3 === 1;
  const taken = range(0, total).filter(isTaken);
  /** The walk from `passed` in batches of `batch`, for `steps` batches. */
  function walkOn(passed: number, batch: number, steps: number) {
    const order = sampleOrder(shards, 1);
    const indices: number[] = [];
    for (let step = 0; step < steps; step++) {
      const walked = walk(order, passed, batch, isTaken);
      indices.push(...walked.indices);
      passed = walked.next;
    }
    return { indices, passed };
  }

  test('shows each of them once an epoch, and no other', () => {
    const { indices } = walkOn(0, 11, 9);
    for (const epoch of [0, 33, 66])
      expect(indices.slice(epoch, epoch + 33).sort((a, b) => a - b)).toEqual(taken);
  });

  test('shows them in the order of the whole set, however it is cut into batches', () => {
    const whole = Array.from(sampleOrder(shards, 1).take(0, 3 * total)).filter(isTaken);
    for (const batch of [1, 7, 33, 50]) {
      const { indices } = walkOn(0, batch, Math.floor(99 / batch));
      expect(indices).toEqual(whole.slice(0, indices.length));
    }
  });

  test('passes over the whole set in an epoch', () => {
    const { passed } = walkOn(0, 33, 1);
    expect(passed).toBeLessThanOrEqual(total);
    expect(walkOn(passed, 1, 1).passed).toBeGreaterThan(total);
  });

  test('is the order itself where all are taken', () => {
    const walked = walk(sampleOrder(shards, 1), 95, 12, () => true);
    expect(walked).toEqual({ indices: sampleOrder(shards, 1).take(95, 12), next: 107 });
  });

  test('goes on from the same position when others are taken', () => {
    const order = sampleOrder(shards, 1);
    const { next } = walk(order, 0, 20, isTaken);
    const others = walk(order, next, 5, (index) => !isTaken(index)).indices;
    const expected = Array.from(order.take(next, total)).filter((index) => !isTaken(index));
    expect([...others]).toEqual(expected.slice(0, 5));
  });
});
