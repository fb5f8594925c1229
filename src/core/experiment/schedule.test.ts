import { describe, expect, test } from 'vitest';
import { defaultExperiment, scheduleIds, type ScheduleId } from './experiment';
import { isUsed } from './rules';
import { betaAt, cosineFloor, learningRateAt } from './schedule';

/** The learning rate after `epoch` epochs, from 0.002, under a schedule ten epochs long. */
const rate = (schedule: ScheduleId, epoch: number, scheduleEpochs = 10) =>
  learningRateAt({ learningRate: 0.002, schedule, scheduleEpochs }, epoch);

describe('the learning rate', () => {
  test.each(scheduleIds)('under %s starts at its setting, never rises and never reaches 0', (schedule) => {
    expect(rate(schedule, 0)).toBeCloseTo(0.002, 15);
    for (let epoch = 0; epoch < 30; epoch += 0.25) {
      expect(rate(schedule, epoch + 0.25)).toBeLessThanOrEqual(rate(schedule, epoch));
      expect(rate(schedule, epoch)).toBeGreaterThan(0);
    }
  });

  test('under the constant schedule does not change', () => {
    expect([0, 0.5, 10, 1000].map((epoch) => rate('constant', epoch))).toEqual([0.002, 0.002, 0.002, 0.002]);
  });

  test('is proportional to the setting under each schedule, so that changing it during a run works', () => {
    for (const schedule of scheduleIds) {
      const at = (learningRate: number) =>
        learningRateAt({ learningRate, schedule, scheduleEpochs: 10 }, 7.3);
      expect(at(0.4) / at(0.1)).toBeCloseTo(4, 12);
    }
  });
});

describe('the cosine', () => {
  test('is halfway down in the middle', () => {
    expect(rate('cosine', 5)).toBeCloseTo((0.002 * (1 + cosineFloor)) / 2, 15);
  });

  test('has fallen by a quarter after one third, by three quarters after two thirds', () => {
    const down = (epoch: number) => (0.002 - rate('cosine', epoch)) / (0.002 * (1 - cosineFloor));
    expect(down(10 / 3)).toBeCloseTo(1 / 4, 12);
    expect(down(20 / 3)).toBeCloseTo(3 / 4, 12);
  });

  test('ends at a hundredth of the learning rate and stays there', () => {
    expect(cosineFloor).toBe(0.01);
    for (const epoch of [10, 10.5, 15, 20, 400]) expect(rate('cosine', epoch)).toBeCloseTo(0.00002, 15);
  });

  test('is flat at both ends and steepest in the middle', () => {
    const fall = (epoch: number) => rate('cosine', epoch - 0.05) - rate('cosine', epoch + 0.05);
    expect(fall(5)).toBeGreaterThan(5 * fall(0.1));
    expect(fall(5)).toBeGreaterThan(5 * fall(9.9));
  });
});

describe('steps', () => {
  test('halve the learning rate at each multiple of their length', () => {
    expect([0, 9.999, 10, 19.999, 20, 30].map((epoch) => rate('step', epoch))).toEqual([
      0.002, 0.002, 0.001, 0.001, 0.0005, 0.00025,
    ]);
  });

  test('of one epoch halve it every epoch', () => {
    expect(rate('step', 5, 1)).toBe(0.002 / 32);
  });
});

describe('beta', () => {
  test('without a warm-up equals its setting from the first step', () => {
    expect([0, 0.01, 5].map((epoch) => betaAt({ beta: 4, betaWarmUp: 0 }, epoch))).toEqual([4, 4, 4]);
    expect(betaAt(defaultExperiment, 0)).toBe(defaultExperiment.beta);
  });

  test('rises linearly from 0 over its warm-up, then stays', () => {
    const at = (epoch: number) => betaAt({ beta: 4, betaWarmUp: 2 }, epoch);
    expect([0, 0.5, 1, 1.5, 2, 2.5, 100].map(at)).toEqual([0, 1, 2, 3, 4, 4, 4]);
  });

  test('of 0 stays 0 with any warm-up', () => {
    expect(betaAt({ beta: 0, betaWarmUp: 3 }, 1)).toBe(0);
    expect(betaAt({ beta: 0, betaWarmUp: 0 }, 1)).toBe(0);
  });
});

test('every schedule but the constant one has a length', () => {
  const withLength = scheduleIds.filter((schedule) =>
    isUsed('scheduleEpochs', { ...defaultExperiment, schedule }),
  );
  expect(withLength).toEqual(['cosine', 'step']);
});
