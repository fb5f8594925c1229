import { expect, it } from 'vitest';
import type { Ink } from '../../core/samples/drawing';
import { drawnSample, type DrawingTarget } from './drawn-sample';

/** A square of ink in the corner of the pad. */
const square: Ink = {
  width: 100,
  height: 100,
  alpha: Uint8ClampedArray.from({ length: 10_000 }, (_, i) => (i % 100 < 60 && i < 6000 ? 255 : 0)),
};
const target = (shape: readonly number[]): DrawingTarget => ({
  shape,
  form: { boxSize: 24, centre: 'box', strokeWidth: [1.5, 3] },
  valueRange: [0, 1],
});

it.each([
  [14, 14, 1],
  [20, 12, 3],
  [64, 48, 3],
])('ink stands whole in the middle of images of %i x %i with %i channels', (height, width, channels) => {
  const sample = drawnSample(square, target([height, width, channels])) ?? new Uint8Array(0);
  expect(sample).toHaveLength(height * width * channels);
  const at = (y: number, x: number) =>
    sample.subarray((y * width + x) * channels, (y * width + x + 1) * channels);
  expect([...at(height >> 1, width >> 1)]).toEqual(new Array(channels).fill(255));
  for (const [y, x] of [
    [0, 0],
    [0, width - 1],
    [height - 1, 0],
    [height - 1, width - 1],
  ] as const) {
    expect(Math.max(...at(y, x))).toBe(0);
  }
});

it('a signal cannot be drawn in ink, nor an image in numbers or as a line', () => {
  expect(drawnSample(square, target([50, 2]))).toBeNull();
  const series = { channels: 2, values: new Float32Array(4) };
  expect(drawnSample(series, target([50, 2]))).toHaveLength(100);
  expect(drawnSample(series, target([28, 28, 1]))).toBeNull();
  expect(drawnSample({ line: new Float32Array(784) }, target([28, 28, 1]))).toBeNull();
});

it('a line is the sample itself, also where it leaves the range, and nothing for data of another length', () => {
  const line = Float32Array.of(-0.25, 0, 1.5);
  expect(drawnSample({ line }, target([3, 1]))).toEqual(line);
  expect(drawnSample({ line }, target([4, 1]))).toBeNull();
});
