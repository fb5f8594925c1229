import { expect, it } from 'vitest';
import { fileName } from './save-file';

const day = new Date(2026, 0, 5);

it('names a file by what it is and the day', () => {
  expect(fileName('Sparse, dense: code size', 'csv', day)).toBe('sparse-dense-code-size-2026-01-05.csv');
  expect(fileName('Größe/../x', 'svg', day)).toBe('größe-x-2026-01-05.svg');
});

it('has a name where none is left', () => {
  expect(fileName('///', 'png', day)).toBe('hourglass-2026-01-05.png');
});
