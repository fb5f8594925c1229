import { sampleWords } from '../../../core/samples/words/sample-words';
import { describe, expect, it } from 'vitest';
import { linearAheadText, ratioText, type BesideLinear } from './linear-lead';

const images = sampleWords('image');

const point = (value: number, testMse: number, pca: number | null, more: Partial<BesideLinear> = {}) => ({
  ...{ value, codeSize: value, size: value, steps: 100, epoch: 0.2, testMse, pca },
  ...{ denoiser: null, meanImageMse: 0.0675, penalty: null },
  keptByPca: pca === null ? null : 1 - pca / 0.0675,
  ...more,
});

describe('where PCA is ahead', () => {
  it('is said, with the steps the network had', () => {
    const text = linearAheadText('codeSize', [point(2, 0.04, 0.05), point(64, 0.02, 0.0091)], images);
    expect(text).toMatch(/PCA is better at code size 64 \(0\.0091 against 0\.0200\)/);
    expect(text).toMatch(/100 steps, less than one epoch/);
    expect(text).toMatch(/With 64 numbers PCA already keeps 87 % of the variance/);
  });

  it('does not put it down to the variance where the short codes are behind too', () => {
    const text = linearAheadText('codeSize', [point(2, 0.06, 0.05), point(64, 0.02, 0.0091)], images);
    expect(text).toBe(
      'PCA is better at code size 2, 64. The network had 100 steps, less than one epoch; more may change that.',
    );
  });

  it('is not put down to the steps where as many were enough at another value', () => {
    const text = linearAheadText(
      'beta',
      [point(0.1, 0.02, 0.027, { penalty: 'kl' }), point(4, 0.05, 0.027, { penalty: 'kl' })],
      images,
    );
    expect(text).toBe(
      'PCA is better at beta 4 (0.0270 against 0.0500). The same 100 steps were enough to be ahead at 0.1.',
    );
  });

  it('is put down to a penalty that all of them pay after an epoch, or to nothing', () => {
    const long = { epoch: 4 };
    const paying = { ...long, penalty: 'kl' as const };
    expect(
      linearAheadText('beta', [point(1, 0.04, 0.03, paying), point(4, 0.05, 0.03, paying)], images),
    ).toMatch(/also minimises its KL term/);
    expect(linearAheadText('depth', [point(1, 0.04, 0.03, long)], images)).toBe(
      'PCA is better at depth 1 (0.0300 against 0.0400).',
    );
    // Kept before epochs were noted: nothing is known of the length of the run.
    const undated: BesideLinear = point(1, 0.04, 0.03);
    delete undated.epoch;
    expect(linearAheadText('depth', [undated], images)).toBe(
      'PCA is better at depth 1 (0.0300 against 0.0400).',
    );
  });

  it('names networks that are no better than the mean image', () => {
    expect(linearAheadText('learningRate', [point(1, 0.0674, 0.03, { epoch: 2 })], images)).toMatch(
      /no better than the mean image\.$/,
    );
  });

  it('is measured against the linear denoiser with noise, which is never behind PCA', () => {
    const noisy = [point(0.5, 0.028, 0.0327, { denoiser: 0.024 })];
    expect(linearAheadText('noiseLevel', noisy, images)).toMatch(
      /^The linear denoiser is better at noise level 0\.5 \(0\.0240 against 0\.0280\)/,
    );
    expect(linearAheadText('noiseLevel', [point(0.5, 0.02, 0.0327, { denoiser: 0.024 })], images)).toBeNull();
  });

  it('is nothing where it is behind, or not known', () => {
    expect(linearAheadText('codeSize', [point(2, 0.04, 0.05), point(4, 0.03, null)], images)).toBeNull();
  });
});

it('gives the ratio of the errors, and none without a linear method', () => {
  expect([ratioText(0.0125, 0.027), ratioText(0.0125, null)]).toEqual(['0.46', '—']);
});
