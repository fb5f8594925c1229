import { describe, expect, it } from 'vitest';
import { ramp, labels, texts } from '../testing/array-bodies';
import { failureOfImport, parseArrayFiles } from '../testing/parse';
import { file, npyBytes, zipBytes } from '../testing/write-bytes';

describe('NPZ', () => {
  const arrays = (entries: Record<string, readonly number[]>, isDeflated = false) =>
    Object.entries(entries).map(([name, bytes]) => ({ path: `${name}.npy`, bytes, isDeflated }));
  const x = (count: number, from = 0) => npyBytes('|u1', [count, 2], ramp(2 * count, from));
  const npz = (entries: Record<string, readonly number[]>) => file('d.npz', zipBytes(arrays(entries)));

  it.each([false, true])(
    'reads x_train to y_test as Keras stores MNIST; deflated: %s',
    async (isDeflated) => {
      const entries = { x_test: x(1, 50), x_train: x(3), y_test: labels(2), y_train: labels(2, 1, 2) };
      const bytes = zipBytes(arrays(entries, isDeflated), { isLong: true });
      const { format, train, test, classNames } = await parseArrayFiles(file('mnist.npz', bytes));
      expect(format).toBe('npz');
      expect(train).toEqual({
        values: Uint8Array.from(ramp(6)),
        shape: [2],
        count: 3,
        labels: Uint16Array.of(1, 0, 1),
      });
      expect(test).toEqual({
        values: Uint8Array.of(50, 51),
        shape: [2],
        count: 1,
        labels: Uint16Array.of(1),
      });
      expect(classNames).toEqual(['1', '2']);
    },
  );

  it.each([
    ['X', 'y'],
    ['data', 'target'],
    ['images', 'labels'],
    ['arr_0', 'arr_1'],
    ['arr_1', 'arr_0'],
    ['train_images', 'train_labels'],
    ['features', 'classes'],
  ])('finds samples in %s and labels in %s', async (samples, named) => {
    const { train, test } = await parseArrayFiles(npz({ [samples]: x(3), [named]: labels(7, 8, 7) }));
    expect(train.values).toEqual(Uint8Array.from(ramp(6)));
    expect(train.labels).toEqual(Uint16Array.of(0, 1, 0));
    expect(test).toBeNull();
  });

  it('reads four arrays without names in the order of savez', async () => {
    const { train, test } = await parseArrayFiles(
      npz({ arr_0: x(3), arr_1: labels(0, 1, 2), arr_2: x(2, 50), arr_3: labels(2, 0) }),
    );
    expect([train.count, test?.count]).toEqual([3, 2]);
    expect(test?.labels).toEqual(Uint16Array.of(2, 0));
  });

  it('joins validation and test sets, as MedMNIST has them', async () => {
    const { train, test } = await parseArrayFiles(
      npz({
        ...{ train_images: x(3), train_labels: npyBytes('|u1', [3, 1], [0, 1, 0]) },
        ...{ val_images: x(1, 20), val_labels: npyBytes('|u1', [1, 1], [1]) },
        ...{ test_images: x(2, 40), test_labels: npyBytes('|u1', [2, 1], [0, 1]) },
      }),
    );
    expect(train.count).toBe(3);
    expect(test?.values).toEqual(Uint8Array.of(20, 21, 40, 41, 42, 43));
    expect(test?.labels).toEqual(Uint16Array.of(1, 0, 1));
  });

  it("takes the images of scikit-learn's digits, and the names of its classes", async () => {
    const { train, classNames, leftOut } = await parseArrayFiles(
      npz({
        data: npyBytes('|u1', [2, 4], ramp(8)),
        images: npyBytes('|u1', [2, 2, 2], ramp(8)),
        target: labels(1, 0),
        target_names: npyBytes('<U4', [2], texts(4, 'zero', 'one')),
      }),
    );
    expect(train.shape).toEqual([2, 2]);
    expect(classNames).toEqual(['zero', 'one']);
    expect(leftOut).toEqual([{ why: 'unused-array', count: 1, files: ['data'] }]);
  });

  it('ignores arrays that are neither samples nor labels', async () => {
    const { train, leftOut } = await parseArrayFiles(npz({ X: x(3), mean: npyBytes('|u1', [2], [1, 2]) }));
    expect(train.labels).toBeNull();
    expect(leftOut).toMatchObject([{ why: 'unused-array', files: ['mean'] }]);
  });

  it('is refused when its arrays could be anything', async () => {
    const failure = await failureOfImport(npz({ w1: x(3), w2: npyBytes('|u1', [2, 3], ramp(6)) }));
    expect(failure).toEqual({ code: 'import.npz-names', file: 'd.npz', names: ['w1', 'w2'] });
  });
});
