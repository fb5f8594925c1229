// Sums, products and limits bit by bit, and the cases that are left to tfjs.
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectNoLeaks } from '../../../testing/no-leaks';
import { randomFloats } from '../../../testing/random-floats';
import { uninstallWasmKernels } from '../install';
import { testedKernels, useKernels } from '../testing/wasm-test-backend';

const kernels = await testedKernels();
const counts = [1, 2, 3, 4, 5, 7, 8191, 8193, 30_003];
const operations = {
  add: (a: number, b: number) => Math.fround(a + b),
  mul: (a: number, b: number) => Math.fround(a * b),
};

describe.each(kernels)('with %s kernels', (tested) => {
  beforeAll(() => useKernels(tested));
  afterAll(uninstallWasmKernels);

  expectNoLeaks();

  const numbers = (make: () => tf.Tensor) => tf.tidy(() => [...make().dataSync()]);

  test.each(['add', 'mul'] as const)(
    '%s of two tensors, and of a tensor and a scalar on either side',
    (name) => {
      for (const count of counts) {
        const [a, b] = [randomFloats(count, 1), randomFloats(count, 2)];
        const only = Math.fround(0.7);
        const both = numbers(() => tf[name](tf.tensor1d(a), tf.tensor1d(b)));
        expect(both).toEqual(Array.from(a, (x, i) => operations[name](x, b[i] ?? Number.NaN)));
        const withScalar = Array.from(a, (x) => operations[name](x, only));
        expect(numbers(() => tf[name](tf.tensor1d(a), only))).toEqual(withScalar);
        expect(numbers(() => tf[name](only, tf.tensor1d(a)))).toEqual(withScalar);
      }
      expect(numbers(() => tf[name](tf.scalar(3), tf.scalar(0.5)))).toEqual([operations[name](3, 0.5)]);
      expect(tf.tidy(() => tf[name](tf.ones([2, 1, 3]), 2).shape)).toEqual([2, 1, 3]);
    },
  );

  test.each(['add', 'mul'] as const)('%s broadcasts, and takes whole numbers, as in tfjs', (name) => {
    const rows = numbers(() => tf[name](tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3]), tf.tensor1d([10, 20, 30])));
    expect(rows).toEqual([1, 2, 3, 4, 5, 6].map((x, i) => operations[name](x, 10 * ((i % 3) + 1))));
    const column = numbers(() => tf[name](tf.tensor2d([1, 2], [1, 2]), tf.tensor2d([3, 4], [2, 1])));
    expect(column).toEqual([[1, 3], [2, 3], [1, 4], [2, 4]].map(([x = 0, y = 0]) => operations[name](x, y))); // prettier-ignore
    const whole = tf.tidy(() => tf[name](tf.tensor1d([2, 3], 'int32'), tf.scalar(4, 'int32')));
    expect([whole.dtype, ...whole.dataSync()]).toEqual([
      'int32',
      operations[name](2, 4),
      operations[name](3, 4),
    ]);
    whole.dispose();
    expect(numbers(() => tf[name](tf.zeros([0, 3]), 1))).toEqual([]);
  });

  test('numbers are limited to a range, and what is no number stays so', () => {
    for (const count of counts) {
      const x = randomFloats(count, 3);
      const [least, greatest] = [Math.fround(-0.3), Math.fround(0.4)];
      const limited = Array.from(x, (value) => Math.min(greatest, Math.max(least, value)));
      expect(numbers(() => tf.clipByValue(tf.tensor1d(x), least, greatest))).toEqual(limited);
    }
    const special = numbers(() =>
      tf.clipByValue(tf.tensor1d([Number.NaN, Infinity, -Infinity, 0, 1]), -1, 0.5),
    );
    expect(special).toEqual([Number.NaN, 0.5, -1, 0, 0.5]);
  });

  test('the memory around the results stays as it is', () => {
    const around = Array.from({ length: 20 }, () => tf.fill([5], 7));
    tf.tidy(() => {
      tf.add(tf.ones([5]), tf.ones([5]));
      tf.mul(tf.ones([5]), 3);
      tf.clipByValue(tf.ones([5]), 0, 0);
    });
    for (const other of around) expect([...other.dataSync()]).toEqual([7, 7, 7, 7, 7]);
    tf.dispose(around);
  });
});
