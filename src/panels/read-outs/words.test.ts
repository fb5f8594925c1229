import { sampleText } from '../../core/samples/words/sample-words';
import { expect, it } from 'vitest';
import { denoiserMeaning, pcaCaption, pcaMeaning } from './words';

const plain = { size: 16, isBelowCode: false, isTruncated: false, isNoisy: false, noDenoiser: null };

it('says which images PCA got', () => {
  expect(sampleText(pcaMeaning(plain))).toMatch(/16 components, per pixel, on all test images without noise/);
  expect(sampleText(pcaMeaning({ ...plain, isNoisy: true }))).toMatch(
    /with the same noise as the network gets/,
  );
});

it('names the narrowest layer where that is not the code', () => {
  const narrow = { ...plain, size: 8, isBelowCode: true };
  expect([pcaCaption(plain), pcaCaption(narrow)]).toEqual(['PCA', 'PCA at 8']);
  expect(sampleText(pcaMeaning(narrow))).toMatch(/A hidden layer of 8 is narrower than the code\.$/);
  expect(sampleText(pcaMeaning(plain))).not.toMatch(/narrower/);
  expect(sampleText(denoiserMeaning(narrow))).toMatch(/with a code of 8,/);
});

it('says that PCA of long samples is truncated, and that they have no linear denoiser', () => {
  const long = { ...plain, size: 128, isBelowCode: true, isTruncated: true };
  expect(pcaCaption(long)).toBe('PCA at 128');
  expect(sampleText(pcaMeaning(long))).toMatch(/only the first 128 components are computed\.$/);
  expect(sampleText(pcaMeaning(long))).not.toMatch(/narrower/);
  expect(sampleText(pcaMeaning({ ...plain, isNoisy: true, noDenoiser: 'long-samples' }))).toMatch(
    /denoiser is not computed/,
  );
  expect(sampleText(pcaMeaning({ ...plain, isNoisy: true, noDenoiser: 'unknown-moments' }))).not.toMatch(
    /denoiser/,
  );
});
