import { dataKind } from './dataset-info';
import { keptValues } from './kept-values';
import { expect, test } from 'vitest';
import { imageSize, sampleSize, valueScale } from './samples';

test('the size of a sample is the product of its sides', () => {
  expect(sampleSize([28, 28, 1])).toBe(784);
  expect(sampleSize([140, 2])).toBe(280);
  expect(sampleSize([7])).toBe(7);
});

test('only a shape of three sides is an image', () => {
  expect(imageSize([28, 20, 3])).toEqual({ height: 28, width: 20, channels: 3 });
  expect(imageSize([140, 1])).toBeNull();
  expect(imageSize([784])).toBeNull();
});

test('a byte means 1/255, a float is the pixel itself', () => {
  expect(255 * valueScale({ values: new Uint8Array(1) })).toBe(1);
  expect(valueScale({ values: new Float32Array(1) })).toBe(1);
});

test.each([
  [[28, 28, 1], null, 'image'],
  [[128, 1], null, 'signal'],
  [[128, 1], 360, 'signal'],
  [[512, 1], 8000, 'sound'],
])('samples of shape %j, of recordings with %s points a second, are data of kind %s', (shape, rate, kind) => {
  expect(dataKind({ shape, windows: { stride: 1, rate, recordings: [] } })).toBe(kind);
  if (rate === null) expect(dataKind({ shape })).toBe(kind);
});

test('pieces of spectrograms are images of a kind of their own', () => {
  expect(dataKind({ id: 'piano-spectrum', shape: [16, 8, 1] })).toBe('spectrum');
  expect(dataKind({ id: 'own:0123456789abcdef', shape: [16, 8, 1] })).toBe('image');
});

test('pixels are kept as bytes, signals as they are', () => {
  const values = Float32Array.of(-0.5, 0.2, 1.25, 0.5);
  expect([...keptValues(values, [2, 2, 1])]).toEqual([0, 51, 255, 128]);
  expect(keptValues(values, [4, 1])).toEqual(values);
});
