import { expect, it } from 'vitest';
import { codeSizeAt, handleDistance, hullPath, layoutColumns } from './hourglass-geometry';
import { stripeStrengths } from './paint-activations';

const box = { width: 700, height: 112, top: 20 };

it('makes each layer as high as the side of a square with as many nodes', () => {
  const columns = layoutColumns([784, 196, 49, 196, 784], box);
  const heights = columns.map((column) => column.height);
  expect(heights).toEqual([112, 56, 28, 56, 112]);
  for (const { y, height } of columns) expect(y + height / 2).toBeCloseTo(76, 9);
  expect(columns[0]?.x).toBe(0);
  expect((columns[4]?.x ?? 0) + (columns[4]?.width ?? 0)).toBeCloseTo(700, 9);
});

it('closes the hull around all columns', () => {
  const path = hullPath(layoutColumns([4, 1, 4], box));
  expect(path.startsWith('M0.0 20.0')).toBe(true);
  expect(path.endsWith('Z')).toBe(true);
  expect(path.split('L')).toHaveLength(12);
});

it('reads the code size back from where its handles stand, for every size', () => {
  const range = { min: 1, max: 128 };
  for (let size = 1; size <= 128; size++)
    expect(codeSizeAt(handleDistance(size, range, box), range, box)).toBe(size);
  expect(codeSizeAt(-50, range, box)).toBe(1);
  expect(codeSizeAt(500, range, box)).toBe(128);
});

it('follows the square root: a code of 36 stands half-way between 1 and 121', () => {
  const range = { min: 1, max: 121 };
  const low = handleDistance(1, range, box);
  const high = handleDistance(121, range, box);
  expect(handleDistance(36, range, box)).toBeCloseTo((low + high) / 2, 9);
});

it('bins activations by their mean size and sets the strongest part to one', () => {
  expect([...stripeStrengths(new Float32Array([1, -3, 0, 0, 2, 2]), 3)]).toEqual([1, 0, 1]);
  expect([...stripeStrengths(new Float32Array([0, 0]), 2)]).toEqual([0, 0]);
  expect([...stripeStrengths(new Float32Array([NaN, 1]), 2)]).toEqual([0, 1]);
});
