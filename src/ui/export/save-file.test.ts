import { expect, it } from 'vitest';
import { exportName, fileName } from './save-file';

const day = new Date(2026, 0, 5);

it('names a file by what it is and the day', () => {
  expect(fileName('Sparse, dense: code size', 'csv', day)).toBe('sparse-dense-code-size-2026-01-05.csv');
  expect(fileName('Größe/../x', 'svg', day)).toBe('größe-x-2026-01-05.svg');
});

it('has a name where none is left', () => {
  expect(fileName('///', 'png', day)).toBe('hourglass-2026-01-05.png');
});

it('names what a card shows by its experiment', () => {
  const of = 'Undercomplete · code 16 · MNIST';
  expect(exportName('Loss curves', of, 'svg')).toBe('hourglass-loss-curves-undercomplete-code-16-mnist.svg');
  expect(exportName('../etc/passwd', '', 'csv')).toBe('hourglass-etc-passwd.csv');
});
