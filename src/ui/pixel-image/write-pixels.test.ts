import { expect, it } from 'vitest';
import { writePixels } from './write-pixels';

it('puts images that follow each other in memory side by side', () => {
  const rgba = new Uint8ClampedArray(2 * 4 * 4);
  // two images of 2 x 2
  writePixels(
    rgba,
    new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]),
    { height: 2, width: 2, channels: 1, columns: 2 },
    'ink',
  );
  const red = Array.from({ length: 8 }, (_, i) => rgba[i * 4]);
  expect(red).toEqual([1, 2, 5, 6, 3, 4, 7, 8]);
  expect(rgba[3]).toBe(255);
});

it('scales floats from [0, 1], clamps, and shows errors by their size', () => {
  const layout = { height: 1, width: 4, channels: 1, columns: 1 };
  const values = new Float32Array([-1, -0.2, 0.5, 2]);
  const ink = new Uint8ClampedArray(16);
  const error = new Uint8ClampedArray(16);
  writePixels(ink, values, layout, 'ink');
  writePixels(error, values, layout, 'error');
  expect([0, 4, 8, 12].map((i) => ink[i])).toEqual([0, 0, 128, 255]);
  expect([0, 4, 8, 12].map((i) => error[i])).toEqual([255, 51, 128, 255]);
});

it('keeps the three channels of a colour image', () => {
  const rgba = new Uint8ClampedArray(4);
  writePixels(rgba, new Uint8Array([10, 20, 30]), { height: 1, width: 1, channels: 3, columns: 1 }, 'ink');
  expect([...rgba]).toEqual([10, 20, 30, 255]);
});
