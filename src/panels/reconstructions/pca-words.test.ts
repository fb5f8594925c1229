import { describe, expect, it } from 'vitest';
import { pcaVerdict } from './pca-words';

describe('the verdict on network and PCA', () => {
  it('says what part of PCA’s error is left', () => {
    expect(pcaVerdict(0.0118, 0.0269, 16, 2344)).toBe(
      'At 16 numbers the error is 0.44 of PCA’s: 0.0118 against 0.0269.',
    );
  });

  it('says so where PCA is ahead', () => {
    expect(pcaVerdict(0.018, 0.009, 64, 100)).toMatch(
      /^PCA is ahead at 64 numbers: 0\.0180 against 0\.0090 \(2\.00 ×\)/,
    );
  });

  it('gives nobody the lead for nothing', () => {
    expect(pcaVerdict(0.02, 0.02, 1, 10)).toBe('Level with PCA at 1 number: 0.0200 against 0.0200.');
  });

  it('compares nothing before the first step, nor what is not finite', () => {
    expect(pcaVerdict(0.23, 0.0269, 16, 0)).toBeNull();
    expect(pcaVerdict(Number.NaN, 0.0269, 16, 3)).toBeNull();
  });
});
