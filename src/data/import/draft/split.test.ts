import { describe, expect, test } from 'vitest';
import { arrays, draftOf, noise } from './testing/parsed-for-tests';

/** 100 of class 0, 33 of class 1, two of class 2, one of class 3. */
const label = (sample: number) => (sample < 100 ? 0 : sample < 133 ? 1 : sample < 135 ? 2 : 3);
const uneven = arrays({ count: 136, shape: [9, 9], value: noise, label }, undefined, ['a', 'b', 'c', 'd']);

function countsOf(indices: Uint32Array): number[] {
  return [0, 1, 2, 3].map((wanted) => indices.filter((index) => label(index) === wanted).length);
}

describe('a random split', () => {
  test('takes the share of each class, and one of a class of two', async () => {
    const { split } = await draftOf(uneven, { testShare: 0.25 });
    expect(countsOf(split.test)).toEqual([25, 8, 1, 0]);
    expect(countsOf(split.train)).toEqual([75, 25, 1, 1]);
  });

  test('has every sample once', async () => {
    const { split } = await draftOf(uneven);
    const all = [...split.train, ...split.test].sort((a, b) => a - b);
    expect(all).toEqual(Array.from({ length: 136 }, (_, index) => index));
  });

  test('is the same for a seed, and another for another', async () => {
    const [first, again, other] = await Promise.all([1, 1, 2].map((seed) => draftOf(uneven, { seed })));
    expect(again?.split).toEqual(first?.split);
    expect([...(other?.split.test ?? [])].sort()).not.toEqual([...(first?.split.test ?? [])].sort());
  });

  test('does not depend on the order of the files', async () => {
    const reversed = arrays(
      { count: 136, shape: [9, 9], value: (s, p) => noise(135 - s, p), label: (s) => label(135 - s) },
      undefined,
      ['a', 'b', 'c', 'd'],
    );
    const [one, other] = await Promise.all([draftOf(uneven), draftOf(reversed)]);
    expect(other.split.test.map((index) => 135 - index)).toEqual(one.split.test);
    expect(other.split.train.map((index) => 135 - index)).toEqual(one.split.train);
  });

  test('of samples that are each a class of their own still has a test set', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `person ${index}`);
    const single = arrays({ count: 60, shape: [9, 9], value: noise, label: (s) => s }, undefined, names);
    expect((await draftOf(single)).split.test).toHaveLength(12);
  });

  test('mixes classes: the first of the training set are of more than one', async () => {
    const { split } = await draftOf(uneven);
    expect(new Set([...split.train.subarray(0, 30)].map(label)).size).toBeGreaterThan(1);
  });
});

describe('a split that the files have', () => {
  const train = { count: 80, shape: [9, 9], value: noise, label: (sample: number) => sample % 2 };
  const others = (sample: number, place: number) => noise(sample + 1000, place);

  test('is kept, with the test set in its order', async () => {
    const files = arrays(train, { ...train, count: 20, value: others }, ['a', 'b']);
    const draft = await draftOf(files);
    expect(draft.choices.split).toBe('files');
    expect([...draft.split.test]).toEqual(Array.from({ length: 20 }, (_, place) => 80 + place));
    expect(draft.split.train).toHaveLength(80);
  });

  test('is mixed where the test set comes class by class', async () => {
    const sorted = { ...train, count: 20, value: others, label: (sample: number) => Math.floor(sample / 10) };
    const { split } = await draftOf(arrays(train, sorted, ['a', 'b']));
    expect(new Set(split.test)).toEqual(new Set(Array.from({ length: 20 }, (_, place) => 80 + place)));
    expect([...split.test]).not.toEqual([...split.test].sort((a, b) => a - b));
  });

  test('gives way to a random one of all samples', async () => {
    const files = arrays(train, { ...train, count: 20, value: others }, ['a', 'b']);
    const { split } = await draftOf(files, { split: 'random', testShare: 0.5 });
    expect(split.test).toHaveLength(50);
    expect(split.test.some((index) => index < 80)).toBe(true);
  });
});
