import { expect, it } from 'vitest';
import { chosenOf, inverted, listOf, toggled } from './chosen-classes';

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
