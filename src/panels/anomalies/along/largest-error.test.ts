import { expect, it } from 'vitest';
import { largestError } from './largest-error';

it('finds the point where recorded and rebuilt differ most, in the data’s units', () => {
  const sample = Float32Array.of(0, 0, 0.5, 0.25, 1, 1);
  const reconstruction = Float32Array.of(0, 0, 0.5, 0.75, 1, 0.75);
  const found = largestError({ sample, reconstruction }, { shape: [3, 2], valueRange: [-10, 10] });
  expect(found).toEqual({ error: -10, point: 1 });
});
