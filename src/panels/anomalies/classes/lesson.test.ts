import { expect, it } from 'vitest';
import type { ClassScores } from '../../../core/anomaly/curves/detection';
import { lessonOf, lessonText } from './lesson';

const of = (label: number, auroc: number | null, meanScore = 1): ClassScores => ({
  label,
  isNormal: auroc === null,
  count: 100,
  meanScore,
  auroc,
  flaggedShare: null,
});

it('finds the class that was never seen and is rebuilt better than what was learned', () => {
  const lesson = lessonOf([of(0, null, 1), of(1, 0.186, 0.4), of(2, 0.9)]);
  expect(lesson).toEqual({ code: 'below-chance', label: 1, auroc: 0.186, isRebuiltBetter: true });
  expect(lesson && lessonText(lesson, '1', 64)).toMatch(
    /^“1” is detected worse than by guessing \(AUROC 0\.186\)\. .*every normal class.*64 numbers/,
  );
});

it('does not claim that it is rebuilt better where the mean scores do not say so', () => {
  expect(lessonOf([of(0, null, 1), of(1, 0.45, 1.2)])).toMatchObject({ isRebuiltBetter: false });
});

it('names the hardest class, or says that all are found, or nothing', () => {
  expect(lessonOf([of(0, null), of(1, 0.7), of(2, 0.9)])).toMatchObject({ code: 'hardest', label: 1 });
  expect(lessonOf([of(0, null), of(1, 0.99), of(2, 0.98)])).toMatchObject({ code: 'all-found', label: 2 });
  expect(lessonOf([of(0, null), of(1, 0.9)])).toBeNull();
  expect(lessonOf([of(0, null)])).toBeNull();
});
