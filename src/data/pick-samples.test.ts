import { describe, expect, test } from 'vitest';
import type { Samples } from '../core/samples/samples';
import { tenOfEachClass } from './pick-samples';

const labelsOf = ({ labels }: Samples, indices: Uint32Array) =>
  Array.from(indices, (index) => labels[index] ?? -1);

function tinySamples(shape: number[], count: number, classes: number): Samples {
  return {
    values: new Uint8Array(count * shape.reduce((size, extent) => size * extent, 1)),
    shape,
    count,
    labels: Uint16Array.from({ length: count }, (_, i) => i % classes),
    classNames: Array.from({ length: classes }, (_, i) => `class ${i}`),
  };
}

const ten = tinySamples([2, 1], 400, 10);
const many = tinySamples([2, 1], 3450, 345);
const three = tinySamples([2, 1], 300, 3);

describe('with ten classes', () => {
  test('picks one image of each, in class order', () => {
    for (let draw = 0; draw < 5; draw++) {
      expect(labelsOf(ten, tenOfEachClass(ten, 1, draw))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
  });

  test('picks the same images for the same seed and draw, others for another', () => {
    const first = tenOfEachClass(ten, 1, 0);
    expect(tenOfEachClass(ten, 1, 0)).toEqual(first);
    expect(tenOfEachClass(ten, 1, 1)).not.toEqual(first);
    expect(tenOfEachClass(ten, 2, 0)).not.toEqual(first);
  });

  test('picks every image of a class eventually', () => {
    const small = tinySamples([2, 1], 40, 10);
    const seen = new Set<number>();
    for (let draw = 0; draw < 60; draw++) tenOfEachClass(small, 1, draw).forEach((index) => seen.add(index));
    expect(seen.size).toBe(40);
  });
});

describe('with 345 classes', () => {
  test('picks ten different ones, in order', () => {
    const labels = labelsOf(many, tenOfEachClass(many, 1, 0));
    expect(new Set(labels).size).toBe(10);
    expect(labels).toEqual(labels.toSorted((a, b) => a - b));
  });

  test('shows the classes that are trained on, and others beside them', () => {
    for (let draw = 0; draw < 5; draw++) {
      expect(labelsOf(many, tenOfEachClass(many, 1, draw, [207]))).toContain(207);
      const trained = Array.from({ length: 40 }, (_, index) => index);
      const labels = labelsOf(many, tenOfEachClass(many, 1, draw, trained));
      expect(labels.filter((label) => label < 40).length).toBeGreaterThanOrEqual(5);
      expect(labels.some((label) => label >= 40)).toBe(true);
      expect(new Set(labels).size).toBe(10);
    }
  });

  test('picks other classes at another draw', () => {
    const classes = (draw: number) => labelsOf(many, tenOfEachClass(many, 1, draw));
    expect(classes(1)).not.toEqual(classes(0));
  });
});

test('with three classes there are still ten images, in class order', () => {
  expect(labelsOf(three, tenOfEachClass(three, 1, 0))).toEqual([0, 0, 0, 0, 1, 1, 1, 2, 2, 2]);
});

describe('without labels', () => {
  const unlabelled = { ...tinySamples([2, 1], 400, 1), classNames: [] };

  test('picks ten images that are spread over the set, others at another draw', () => {
    for (let draw = 0; draw < 5; draw++) {
      const tenths = Array.from(tenOfEachClass(unlabelled, 1, draw), (index) => Math.floor(index / 40));
      expect(tenths).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
    expect(tenOfEachClass(unlabelled, 1, 1)).not.toEqual(tenOfEachClass(unlabelled, 1, 0));
  });

  test('of fewer than ten images shows some twice, and none that there is not', () => {
    const few = { ...tinySamples([2, 1], 4, 1), classNames: [] };
    expect(new Set(tenOfEachClass(few, 1, 0))).toEqual(new Set([0, 1, 2, 3]));
  });
});

test('no image is shown twice where a class has enough of them', () => {
  for (let draw = 0; draw < 20; draw++) expect(new Set(tenOfEachClass(three, 1, draw)).size).toBe(10);
});

test('a class without test images is passed over', () => {
  const gaps = {
    ...three,
    classNames: ['a', 'missing', 'b', 'c'],
    labels: three.labels.map((label) => (label > 0 ? label + 1 : 0)),
  };
  expect(labelsOf(gaps, tenOfEachClass(gaps, 1, 0))).toEqual([0, 0, 0, 0, 2, 2, 2, 3, 3, 3]);
});
