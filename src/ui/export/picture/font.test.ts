import { expect, it } from 'vitest';
import { needsRange, unicodeRanges } from './font';

it('reads the ranges of a font file, and takes the files that letters need', () => {
  const latin = unicodeRanges('U+0000-00FF, U+0131, U+2000-206F');
  expect(latin).toEqual([
    [0, 0xff],
    [0x131, 0x131],
    [0x2000, 0x206f],
  ]);
  const greek = unicodeRanges('u+0370-03ff');
  expect(needsRange('β-VAE', latin)).toBe(true);
  expect(needsRange('β', latin)).toBe(false);
  expect(needsRange('β', greek)).toBe(true);
  expect(needsRange('loss', greek)).toBe(false);
  expect(unicodeRanges('U+4??')).toEqual([[0x400, 0x4ff]]);
  expect(needsRange('漢', unicodeRanges(''))).toBe(true);
});
