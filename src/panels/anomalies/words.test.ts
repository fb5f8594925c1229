import { expect, it } from 'vitest';
import { sampleWords } from '../../core/samples/words/sample-words';
import { baselineWordsOf, rankText, rateText, scoreText, shortScoreText } from './words';

it('says among whom a candidate ranks', () => {
  expect(rankText(0.98, true)).toBe('98 % of the held-out normal samples score lower.');
  expect(rankText(0.995, false)).toBe('99.5 % of the normal test samples score lower.');
  expect(rankText(1, true)).toBe('All held-out normal samples score lower.');
  expect(rankText(null, true)).toBeNull();
});

it('writes scores of any size, with a true minus sign', () => {
  expect(scoreText(0.03591)).toBe('0.0359');
  expect(scoreText(-12.345)).toBe('−12.3');
  expect(shortScoreText(0.00607)).toBe('0.0061');
  expect(shortScoreText(0.0000519)).toBe('5.2e-5');
  expect(shortScoreText(123.4)).toBe('123');
});

it('does not write 1 for what is not quite 1', () => {
  expect(rateText(0.9574)).toBe('0.957');
  expect(rateText(0.99959)).toBe('0.9996');
  expect(rateText(0.99999)).toBe('> 0.9999');
  expect(rateText(1)).toBe('1.000');
  expect(rateText(null)).toBe('—');
});

it('calls the mean what the samples are called', () => {
  expect(baselineWordsOf('mean-image', sampleWords('image')).output).toBe('AUROC of the mean image');
  expect(baselineWordsOf('mean-image', sampleWords('signal'))).toMatchObject({
    label: 'Mean sample',
    inSentence: 'the mean sample',
    output: 'AUROC of the mean sample',
  });
  expect(baselineWordsOf('pca', sampleWords('signal')).output).toBe('AUROC of PCA');
});
