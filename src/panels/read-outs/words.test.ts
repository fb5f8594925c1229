import { expect, it } from 'vitest';
import { denoiserMeaning, pcaCaption, pcaMeaning } from './words';

const plain = { size: 16, isBelowCode: false, isTruncated: false, isNoisy: false, noDenoiser: null };

it('says which images PCA got', () => {
  expect(pcaMeaning(plain)).toMatch(/16 components, per pixel, on all test images without noise/);
  expect(pcaMeaning({ ...plain, isNoisy: true })).toMatch(/with the same noise as the network gets/);
});

it('names the narrowest layer where that is not the code', () => {
  const narrow = { ...plain, size: 8, isBelowCode: true };
  expect([pcaCaption(plain), pcaCaption(narrow)]).toEqual(['PCA', 'PCA at 8']);
  expect(pcaMeaning(narrow)).toMatch(/A hidden layer of 8 is narrower than the code\.$/);
  expect(pcaMeaning(plain)).not.toMatch(/narrower/);
  expect(denoiserMeaning(narrow)).toMatch(/with a code of 8,/);
});

it('says that PCA of long samples is truncated, and that they have no linear denoiser', () => {
  const long = { ...plain, size: 128, isBelowCode: true, isTruncated: true };
  expect(pcaCaption(long)).toBe('PCA at 128');
  expect(pcaMeaning(long)).toMatch(/only the first 128 components are computed\.$/);
  expect(pcaMeaning(long)).not.toMatch(/narrower/);
  expect(pcaMeaning({ ...plain, isNoisy: true, noDenoiser: 'long-samples' })).toMatch(
    /denoiser is not computed/,
  );
  expect(pcaMeaning({ ...plain, isNoisy: true, noDenoiser: 'unknown-moments' })).not.toMatch(/denoiser/);
});
