import { expect, test } from 'vitest';
import { samplesWithHoles } from './test-holes';

const missing = (masks: Uint8Array) => masks.reduce((sum, one) => sum + one, 0);

test('a thousand samples of MNIST, each once, have a square of 12 by 12 missing at many places', () => {
  const { indices, masks } = samplesWithHoles({ kind: 'block' }, [28, 28, 1], 10_000);
  expect(new Set(indices).size).toBe(1000);
  expect(missing(masks)).toBe(1000 * 144);
  const corners = new Set(
    Array.from({ length: 1000 }, (_, row) => masks.subarray(row * 784, (row + 1) * 784).indexOf(1)),
  );
  // 17 by 17 places, of which a thousand draws leave out one in thirty.
  expect(corners.size).toBeGreaterThan(260);
  expect(corners.size).toBeLessThanOrEqual(289);
});

test('the same samples have the same holes each time, whatever the kind', () => {
  const once = samplesWithHoles({ kind: 'block' }, [28, 28, 1], 10_000);
  expect(samplesWithHoles({ kind: 'block' }, [28, 28, 1], 10_000)).toEqual(once);
  expect(samplesWithHoles({ kind: 'right-half' }, [28, 28, 1], 10_000).indices).toEqual(once.indices);
});

test('the right half is half of every sample', () => {
  const { masks } = samplesWithHoles({ kind: 'right-half' }, [4, 6, 3], 5);
  expect(Array.from(masks)).toEqual(Array.from({ length: 5 * 24 }, (_, at) => Number(at % 6 >= 3)));
});

test('a small test set is measured whole, a signal loses a stretch', () => {
  const { indices, masks } = samplesWithHoles({ kind: 'block' }, [70, 2], 12);
  expect([...indices].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => index));
  for (let row = 0; row < 12; row++) {
    const mask = Array.from(masks.subarray(row * 70, (row + 1) * 70)).join('');
    expect(mask).toMatch(/^0*1{30}0*$/);
  }
});

test('a mask of the person is the hole of all', () => {
  const mask = Uint8Array.of(0, 1, 1, 0);
  const { masks } = samplesWithHoles({ kind: 'mask', mask }, [2, 2, 1], 3);
  expect(Array.from(masks)).toEqual([0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0]);
});
