import { expect, it } from 'vitest';
import { combinedCode } from './combined-code';

const [a, b, c] = [Float32Array.of(5, 1), Float32Array.of(2, 2), Float32Array.of(10, 0)];

it('the sum comes first, then what it is made of', () => {
  expect(Array.from(combinedCode({ a, b, c }) ?? [])).toEqual([13, -1, 5, 1, 2, 2, 10, 0]);
});

it('an empty place counts for nothing', () => {
  expect(Array.from(combinedCode({ a, b: null, c }) ?? [])).toEqual([15, 1, 5, 1, 10, 0]);
  expect(Array.from(combinedCode({ a: null, b, c: null }) ?? [])).toEqual([-2, -2, 2, 2]);
  expect(combinedCode({ a: null, b: null, c: null })).toBeNull();
});
