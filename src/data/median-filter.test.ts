import { describe, expect, test } from 'vitest';
import { pcg4d, unitInterval, words } from '../core/random';
import { sampleSize, type SampleShape } from '../core/samples/samples';
import { medianFilterInto } from './median-filter';

/** Reproducible numbers in [0, 1), a third of them tied at 0 or 1 as in images with salt and pepper. */
function noise(length: number, seed: number): Float32Array {
  return Float32Array.from({ length }, (_, index) => {
    pcg4d(seed, index, 0, 0);
    const value = unitInterval(words[0] ?? 0);
    return value < 1 / 6 ? 0 : value > 5 / 6 ? 1 : value;
  });
}

function filter(values: Float32Array, shape: SampleShape): Float32Array {
  const filtered = new Float32Array(values.length);
  medianFilterInto(values, 0, filtered, 0, shape);
  return filtered;
}

/** The definition: collect the window, sort it, take the middle. A signal is an image one row high. */
function naive(values: Float32Array, shape: SampleShape): Float32Array {
  const [height = 0, width = 0, channels = 0] = shape.length === 3 ? shape : [1, ...shape];
  const clamp = (at: number, side: number) => Math.min(Math.max(at, 0), side - 1);
  return values.map((_, index) => {
    const channel = index % channels;
    const column = Math.floor(index / channels) % width;
    const row = Math.floor(index / channels / width);
    const window: number[] = [];
    for (const down of shape.length === 3 ? [-1, 0, 1] : [0]) {
      for (const right of [-1, 0, 1]) {
        const place = clamp(row + down, height) * width + clamp(column + right, width);
        window.push(values[place * channels + channel] ?? Number.NaN);
      }
    }
    return window.sort((a, b) => a - b)[(window.length - 1) / 2] ?? Number.NaN;
  });
}

describe('the median filter', () => {
  test.each([
    [[28, 28, 1]],
    [[5, 9, 3]],
    [[1, 6, 1]],
    [[7, 1, 2]],
    [[1, 1, 1]],
    [[40, 1]],
    [[17, 2]],
    [[1, 1]],
  ])('equals sorting the window for the shape %j', (shape) => {
    const values = noise(sampleSize(shape), shape.length + (shape[0] ?? 0));
    expect(filter(values, shape)).toEqual(naive(values, shape));
  });

  test('removes isolated specks and keeps a straight edge', () => {
    const edge = Float32Array.from({ length: 64 }, (_, index) => (index % 8 < 4 ? 0 : 1));
    const specked = edge.slice();
    specked[8 * 3 + 1] = 1;
    specked[8 * 5 + 6] = 0;
    expect(filter(specked, [8, 8, 1])).toEqual(edge);
  });

  test('writes one sample at its offset and nothing else', () => {
    const values = noise(32, 4);
    const output = new Float32Array(24).fill(-1);
    medianFilterInto(values, 16, output, 4, [4, 4, 1]);
    expect(output.slice(4, 20)).toEqual(naive(values.slice(16), [4, 4, 1]));
    expect([...output.slice(0, 4), ...output.slice(20)]).toEqual(new Array(8).fill(-1));
  });
});
