import { expect, it } from 'vitest';
import { chosenOf, inverted, listOf, toggled } from './chosen-classes';
import { chosenText, noneText } from './words';

it('an empty list ticks every box, and every box ticked is an empty list', () => {
  expect([...chosenOf([], 3)]).toEqual([0, 1, 2]);
  expect(listOf(new Set([2, 0, 1]), 3)).toEqual([]);
  expect(listOf(new Set([2, 0]), 3)).toEqual([0, 2]);
});

it('classes that the data set does not have tick no box; where no other is chosen, all are trained on', () => {
  expect([...chosenOf([1, 12], 3)]).toEqual([1]);
  expect([...chosenOf([12], 3)]).toEqual([0, 1, 2]);
});

it('toggling and inverting leave the boxes before as they were', () => {
  const chosen = new Set([1]);
  expect([...toggled(chosen, 2)]).toEqual([1, 2]);
  expect([...toggled(chosen, 1)]).toEqual([]);
  expect([...inverted(chosen, 3)]).toEqual([0, 2]);
  expect([...chosen]).toEqual([1]);
});

it('says what is trained on', () => {
  expect(chosenText(10, 10)).toBe('Trains on all 10 classes');
  expect(chosenText(2, 345)).toBe('Trains on 2 of 345 classes');
  expect(noneText(1)).toMatch(/at least one.*1 class as before/);
});
