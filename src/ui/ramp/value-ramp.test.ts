import { expect, it } from 'vitest';
import { rampCategories, rampSteps, valueRange } from './value-ramp';

it('runs over the middle of the values, whatever a single one does', () => {
  const values = Float32Array.from({ length: 1001 }, (_, i) => i / 1000);
  values[500] = 1e6;
  values[501] = NaN;
  const { low, high } = valueRange(values);
  expect(low).toBeCloseTo(0.01, 2);
  expect(high).toBeCloseTo(0.99, 1);
  expect(valueRange(Float32Array.of(NaN))).toEqual({ low: 0, high: 1 });
});

it('gives each value its step, and those outside the ends', () => {
  const steps = rampCategories(Float32Array.of(-5, 0, 0.5, 1, 9, NaN), { low: 0, high: 1 });
  expect([...steps]).toEqual([0, 0, rampSteps / 2, rampSteps - 1, rampSteps - 1, 0]);
  expect([...rampCategories(Float32Array.of(3, 3), { low: 3, high: 3 })]).toEqual([0, 0]);
});
