import { expect, test } from 'vitest';
import { nameOfFiles } from './default-name';

test.each([
  [['birds.zip'], 'birds'],
  [['sales.csv.gz'], 'sales'],
  [['photos/cat/1.png', 'photos/dog/2.png'], 'photos'],
  [['digits-images.idx', 'digits-labels.idx'], 'digits'],
  [['train-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz'], 'train-images-idx3-ubyte'],
])('%j are called %s', (paths, name) => {
  expect(nameOfFiles(paths.map((path) => ({ path, blob: new Blob() })))).toBe(name);
});
