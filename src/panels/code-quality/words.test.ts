import { sampleWords } from '../../core/samples/words/sample-words';
import { expect, it } from 'vitest';
import { tieTexts, whenText } from './words';

const images = sampleWords('image');

it('a measurement says of which network it is', () => {
  const measured = { runId: '1', step: 1200 };
  expect(whenText(measured, { runId: '1', step: 1200 })).toBe(
    'Measured at step 1,200, the one that is shown.',
  );
  expect(whenText(measured, { runId: '1', step: 1300 })).toMatch('has learned since');
  expect(whenText(measured, { runId: '2', step: 1200 })).toMatch('earlier network');
});

it('says why a number is missing, and how many codes tie', () => {
  const of = (distinct: number) => ({ distinct, knn: 0.9, probe: 0.9 });
  const all = { note: null, trainCount: 5000, code: of(5000), pca: of(5000), pixels: of(4990) };
  expect(tieTexts(all, images)).toEqual([]);
  expect(tieTexts({ ...all, code: of(3210) }, images)).toEqual([
    '3,210 of the 5,000 training codes are distinct. Images that are equally close share a vote.',
  ]);
  expect(tieTexts({ ...all, code: null }, images)[0]).toMatch('codes of all 5,000 training images are equal');
  expect(tieTexts({ ...all, pca: null, pixels: null }, images)).toEqual([
    'All 5,000 training images are equal.',
  ]);
  const none = { ...all, code: null, pca: null, pixels: null };
  expect(tieTexts({ ...none, note: { code: 'quality.unlabelled' } }, images)).toEqual([
    expect.stringContaining('no labels') as string,
  ]);
});
