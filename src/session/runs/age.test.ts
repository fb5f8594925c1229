import { expect, it } from 'vitest';
import { ageOf } from './age';

const training = { stage: 'ready', wantsTraining: true, waiting: false } as const;

it('a number of exactly the current step is current, whatever the run does', () => {
  expect(ageOf(40, { ...training, step: 40 })).toBe('current');
  expect(ageOf(0, { ...training, step: 0, wantsTraining: false })).toBe('current');
});

it('while a run trains, a number is recent up to a twentieth of its steps, and older beyond', () => {
  expect(ageOf(9500, { ...training, step: 10_000 })).toBe('recent');
  expect(ageOf(9499, { ...training, step: 10_000 })).toBe('older');
  expect(ageOf(0, { ...training, step: 1 })).toBe('older');
  expect(ageOf(10_010, { ...training, step: 10_000 })).toBe('recent');
});

it('of a run that does not train, every other step is older', () => {
  for (const stopped of [{ wantsTraining: false }, { waiting: true }, { stage: 'backend' }] as const) {
    expect(ageOf(9999, { ...training, ...stopped, step: 10_000 })).toBe('older');
  }
});
