import { expect, it } from 'vitest';
import { columnsOf } from './example-columns';

const examples = {
  runId: '1',
  step: 1,
  indices: Uint32Array.of(7, 3),
  samples: Float32Array.of(1, 2, 3, 4),
  reconstructions: Float32Array.of(5, 6, 7, 8),
  errors: Float32Array.of(4, 4, 4, 4),
};

it('takes the samples of a gallery in its order, and leaves others black', () => {
  const { samples, reconstructions } = columnsOf(examples, Uint32Array.of(3, 9, 7), 4);
  expect([...samples]).toEqual([3, 4, 0, 0, 1, 2, 0, 0]);
  expect([...reconstructions]).toEqual([7, 8, 0, 0, 5, 6, 0, 0]);
});

it('is empty before there are examples', () => {
  expect(columnsOf(null, Uint32Array.of(3), 4).samples).toHaveLength(0);
});
