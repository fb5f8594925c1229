import { expect, it } from 'vitest';
import { bestSizeText } from './words';

const point = (codeSize: number, network: number) => ({ codeSize, network, pca: null });

it('says that a larger code detects worse only where it does', () => {
  expect(bestSizeText([point(1, 0.8), point(8, 0.96), point(64, 0.91)])).toBe(
    'Best so far: 8 numbers (0.960). With 64 it is 0.910: a larger code rebuilds anomalies too.',
  );
  expect(bestSizeText([point(1, 0.8), point(8, 0.96)])).toBe('Best so far: 8 numbers (0.960).');
  expect(bestSizeText([point(1, 0.8)])).toBe('Best so far: 1 number (0.800).');
});
