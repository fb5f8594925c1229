import { expect, it } from 'vitest';
import { rankText, scoreText, shortScoreText } from './words';

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
  expect(shortScoreText(123.4)).toBe('123');
});
