import { describe, expect, test } from 'vitest';
import type { Samples } from '../core/samples';
import { tenOfEachClass } from './pick-samples';
import { tinySamples } from './testing/tiny';

const labelsOf = ({ labels }: Samples, indices: Uint32Array) =>
  Array.from(indices, (index) => labels[index] ?? -1);

const ten = tinySamples([2, 1], 400, 10);
const many = tinySamples([2, 1], 3450, 345);
const three = tinySamples([2, 1], 300, 3);

describe('with ten classes', () => {
  test('one image of each is picked, in the order of the classes', () => {
    for (let draw = 0; draw < 5; draw++) {
      expect(labelsOf(ten, tenOfEachClass(ten, 1, draw))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
  });

  test('the same seed and draw pick the same images; another draw or seed picks others', () => {
    const first = tenOfEachClass(ten, 1, 0);
    expect(tenOfEachClass(ten, 1, 0)).toEqual(first);
    expect(tenOfEachClass(ten, 1, 1)).not.toEqual(first);
    expect(tenOfEachClass(ten, 2, 0)).not.toEqual(first);
  });

  test('every image of a class comes to be picked', () => {
    const small = tinySamples([2, 1], 40, 10);
    const seen = new Set<number>();
    for (let draw = 0; draw < 60; draw++) tenOfEachClass(small, 1, draw).forEach((index) => seen.add(index));
    expect(seen.size).toBe(40);
  });
});

describe('with 345 classes', () => {
  test('ten different ones are picked, in order', () => {
    const labels = labelsOf(many, tenOfEachClass(many, 1, 0));
    expect(new Set(labels).size).toBe(10);
    expect(labels).toEqual(labels.toSorted((a, b) => a - b));
  });

  test('another draw picks other classes', () => {
    const classes = (draw: number) => labelsOf(many, tenOfEachClass(many, 1, draw));
    expect(classes(1)).not.toEqual(classes(0));
  });
});

test('with three classes there are ten images all the same, in order', () => {
  expect(labelsOf(three, tenOfEachClass(three, 1, 0))).toEqual([0, 0, 0, 0, 1, 1, 1, 2, 2, 2]);
});
