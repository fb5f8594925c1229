import { expect, it } from 'vitest';
import { chosenText, noneText } from './words';

it('says what is trained on', () => {
  expect(chosenText(10, 10)).toBe('Trains on all 10 classes');
  expect(chosenText(2, 345)).toBe('Trains on 2 of 345 classes');
  expect(noneText(1)).toMatch(/at least one.*1 class as before/);
});
