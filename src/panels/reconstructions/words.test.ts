import { sampleWords } from '../../core/samples/words/sample-words';
import { describe, expect, it } from 'vitest';
import type { PcaLead } from './pca-lead';
import { pcaVerdict, type Verdict } from './words';

const images = sampleWords('image');
const at = (mse: number, pcaMse: number, size: number, step: number): Verdict => ({
  mse,
  pcaMse,
  size,
  isBelowCode: false,
  step,
});

describe('the verdict on network and PCA', () => {
  it('says what part of PCA’s error is left', () => {
    expect(pcaVerdict(at(0.0118, 0.0269, 16, 2344), null, images)).toBe(
      'At 16 numbers the error is 0.44 of PCA’s: network 0.0118, PCA 0.0269.',
    );
  });

  it('says so where PCA is ahead, and gives no reason where none is known', () => {
    expect(pcaVerdict(at(0.018, 0.009, 64, 100), null, images)).toBe(
      'PCA is ahead at 64 numbers: network 0.0180, PCA 0.0090 (2.00 ×).',
    );
  });

  it.each<[PcaLead, RegExp]>([
    [{ code: 'short', share: 0.25 }, /has seen 25 % of the training images: train on\.$/],
    [{ code: 'short', share: 0.002 }, /has seen less than 1 % of the training images/],
    [{ code: 'mean-image', meanImageMse: 0.0673 }, /no better than the mean image \(0\.0673\)/],
    [{ code: 'rose', best: 0.012, step: 400 }, /0\.0120 at step 400: the learning rate may be too high/],
    [{ code: 'diverged', step: 1200, isDead: true }, /had died by step 1,200/],
    [{ code: 'diverged', step: 1200, isDead: false }, /diverged at step 1,200/],
    [{ code: 'penalty', penalty: 'kl' }, /KL term/],
  ])('gives the reason %o', (lead, words) => {
    expect(pcaVerdict(at(0.018, 0.009, 64, 100), lead, images)).toMatch(words);
    expect(pcaVerdict(at(0.008, 0.009, 64, 100), lead, images)).not.toMatch(words);
  });

  it('says where the comparison is at a hidden layer', () => {
    expect(pcaVerdict({ ...at(0.045, 0.037, 8, 900), isBelowCode: true }, null, images)).toMatch(
      /^PCA is ahead at 8 numbers, the narrowest layer: network 0\.0450/,
    );
  });

  it('divides by no error that is only rounding', () => {
    expect(pcaVerdict(at(0.00001, 1.2e-21, 16, 100), null, images)).toBe(
      'PCA is exact at 16 numbers; the error of the network is 0.00001.',
    );
    expect(pcaVerdict(at(1e-12, 1.2e-21, 16, 100), null, images)).toBe(
      'The network and PCA are both exact at 16 numbers.',
    );
    expect(pcaVerdict(at(0.00001, 0, 16, 100), null, images)).toMatch(/^PCA is exact/);
  });

  it('gives nobody the lead for nothing', () => {
    expect(pcaVerdict(at(0.02, 0.02, 1, 10), null, images)).toBe(
      'Level with PCA at 1 number: network 0.0200, PCA 0.0200.',
    );
  });

  it('compares nothing before the first step, nor what is not finite', () => {
    expect(pcaVerdict(at(0.23, 0.0269, 16, 0), null, images)).toBeNull();
    expect(pcaVerdict(at(Number.NaN, 0.0269, 16, 3), null, images)).toBeNull();
  });
});
