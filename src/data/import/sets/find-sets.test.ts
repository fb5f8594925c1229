import { describe, expect, it } from 'vitest';
import { gzipped, file, idxBytes, zipBytes } from '../testing/write-bytes';
import { parse } from '../testing/parse';
import { findSets } from './find-sets';

const fourOf = (name: string) =>
  ['train-images-idx3', 'train-labels-idx1', 'test-images-idx3', 'test-labels-idx1'].map(
    (what) => `${name}${what}-ubyte.gz`,
  );

describe('Several data sets', () => {
  it.each([
    [
      "EMNIST's",
      [
        ...fourOf('gzip/emnist-letters-'),
        ...fourOf('gzip/emnist-digits-'),
        'gzip/emnist-letters-mapping.txt',
      ],
      ['emnist-digits', 'emnist-letters'],
    ],
    [
      'in folders',
      [...fourOf('data/MNIST/raw/'), ...fourOf('data/KMNIST/raw/')],
      ['KMNIST/raw', 'MNIST/raw'],
    ],
    [
      'tables',
      ['emnist-digits-train.csv', 'emnist-digits-test.csv', 'emnist-letters-train.csv'],
      ['emnist-digits', 'emnist-letters'],
    ],
    ['one without a name', [...fourOf(''), ...fourOf('fashion-')], ['fashion', 'train-images-idx3-ubyte.gz']],
  ])('are told apart by names: %s', (_, paths, names) => {
    const sets = findSets(paths);
    expect(sets?.names).toEqual(names);
    expect(new Set(paths.map((path) => sets?.setOf(path)).filter((name) => name !== null))).toEqual(
      new Set(names),
    );
  });

  it.each([
    ['four files of one', fourOf('')],
    [
      'four files in folders of parts',
      ['train/images-idx3-ubyte', 'train/labels-idx1-ubyte', 'test/images-idx3-ubyte'],
    ],
    ['pieces of one', ['train-1.csv', 'train-2.csv', 'train_part3.csv']],
    ['features and labels', ['x_train.csv', 'y_train.csv', 'x_test.csv', 'y_test.csv']],
    ['a training set and an example', ['train.csv', 'test.csv', 'sample_submission.csv']],
    ['pictures', ['a/train/1.png', 'b/train/1.png']],
  ])('are not %s', (_, paths) => {
    expect(findSets(paths)).toBeNull();
  });
});

describe('An archive of several data sets', () => {
  const images = (count: number, value: number) =>
    gzipped(idxBytes(8, [count, 2, 2], new Array<number>(count * 4).fill(value)));
  const labels = (count: number) => gzipped(idxBytes(8, [count], new Array<number>(count).fill(1)));
  const set = (name: string, count: number, value: number) => [
    { path: `gzip/emnist-${name}-train-images-idx3-ubyte.gz`, bytes: images(count, value) },
    { path: `gzip/emnist-${name}-train-labels-idx1-ubyte.gz`, bytes: labels(count) },
    { path: `gzip/emnist-${name}-test-images-idx3-ubyte.gz`, bytes: images(1, value) },
    { path: `gzip/emnist-${name}-test-labels-idx1-ubyte.gz`, bytes: labels(1) },
  ];
  const archive = file('gzip.zip', zipBytes([...set('letters', 3, 7), ...set('digits', 2, 9)]));

  it('says which one it reads, and reads another one when asked', async () => {
    const first = await parse([archive]);
    const sets = { names: ['emnist-digits', 'emnist-letters'], shown: 'emnist-digits' };
    expect(first).toMatchObject({ train: { count: 2 }, test: { count: 1 }, sets });
    expect(first.notes).toEqual([{ code: 'import.note.sets', sets: 2, shown: 'emnist-digits' }]);
    const second = await parse([archive], { set: 'emnist-letters' });
    expect(second).toMatchObject({ train: { count: 3 }, sets: { ...sets, shown: 'emnist-letters' } });
    expect(await parse([archive], { set: 'emnist-balanced' })).toEqual(first);
  });

  it('does not unpack the others', async () => {
    const broken = { path: 'gzip/emnist-mnist-train-images-idx3-ubyte.gz', bytes: [0x1f, 0x8b, 1, 2, 3] };
    const whole = file('gzip.zip', zipBytes([...set('digits', 2, 9), broken]));
    expect(await parse([whole])).toMatchObject({ train: { count: 2 }, sets: { shown: 'emnist-digits' } });
  });
});
