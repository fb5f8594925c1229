import { expect, test } from 'vitest';
import { firstChoice } from './first-choice';

const beats = { classNames: ['normal', 'inverted T', 'missing P'] };

test('a class that is called normal is normal', () => {
  expect(firstChoice(beats, []).normalClasses).toEqual([0]);
  expect(firstChoice({ classNames: ['faulty', 'Normal'] }, []).normalClasses).toEqual([1]);
});

test('what is trained on comes before what is called so', () => {
  expect(firstChoice(beats, [1, 2]).normalClasses).toEqual([1, 2]);
});

test('without such a class, or without classes, everything is', () => {
  expect(firstChoice({ classNames: ['0', '1'] }, []).normalClasses).toEqual([]);
  expect(firstChoice({ classNames: [] }, []).normalClasses).toEqual([]);
  expect(firstChoice({ classNames: ['normal'] }, []).normalClasses).toEqual([]);
});

test('of many windows fewer are flagged', () => {
  const windows = { stride: 8, rate: null, recordings: [] };
  expect(firstChoice({ classNames: [] }, []).percentile).toBe(95);
  expect(firstChoice({ classNames: [], windows }, []).percentile).toBe(99);
});
