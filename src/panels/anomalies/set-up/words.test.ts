import { expect, it } from 'vitest';
import { normalText, trainingText } from './words';

it('says how many classes are normal, and what to do where that is all or none', () => {
  expect(normalText(1, 10)).toBe('1 class is normal; the other 9 are anomalies.');
  expect(normalText(9, 10)).toBe('9 classes are normal; the other one is an anomaly.');
  expect(normalText(10, 10)).toMatch('leave out at least one');
  expect(normalText(0, 10)).toBe('Choose at least one class.');
});

it('says how far training is, with its end where there is one', () => {
  expect(trainingText(1.26, null)).toBe('Training on what is normal: epoch 1.3');
  expect(trainingText(12.2, 12)).toBe('Training on what is normal: epoch 12.0 of 12');
});
