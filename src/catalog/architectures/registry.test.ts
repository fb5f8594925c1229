import { expect, test } from 'vitest';
import { architectures } from './registry';

const { dense } = architectures;

test('the reference network is 784-256-64-16-64-256-784', () => {
  expect(dense.widths({ hidden: [256, 64], codeSize: 16 }, [28, 28, 1])).toEqual([
    784, 256, 64, 16, 64, 256, 784,
  ]);
});

test.each([
  [{ hidden: [8], codeSize: 2 }, [12, 1]],
  [{ hidden: [9, 8, 7, 6, 5], codeSize: 128 }, [4, 5, 3]],
])('the decoder mirrors the encoder: %o', (experiment, shape) => {
  const all = dense.widths(experiment, shape);
  expect(all.toReversed()).toEqual(all);
  expect(all).toHaveLength(2 * experiment.hidden.length + 3);
  expect(all[experiment.hidden.length + 1]).toBe(experiment.codeSize);
});
