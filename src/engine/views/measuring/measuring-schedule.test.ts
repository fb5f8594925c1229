import { describe, expect, test } from 'vitest';
import { MeasuringSchedule, type ScheduleInput } from './measuring-schedule';

const paused: ScheduleInput = { training: false, mapIsSeen: true, codesAreSeen: false, nowMs: 0 };
const training = (nowMs: number): ScheduleInput => ({ ...paused, training: true, nowMs });

/** A schedule whose whole test set was measured and mapped at 0 ms, at no cost. */
function measuredSchedule(): MeasuringSchedule {
  const schedule = new MeasuringSchedule();
  schedule.noteMapped();
  schedule.noteMeasured('all', schedule.version, 0, 0);
  return schedule;
}

describe('the whole test set', () => {
  test('is measured first, and only once for the same weights', () => {
    expect(new MeasuringSchedule().next(training(0))).toBe('all');
    expect(measuredSchedule().next(paused)).toBeNull();
    expect(measuredSchedule().next(training(1e6))).toBeNull();
  });

  test('is measured again at once on request or when training pauses, otherwise when due', () => {
    const schedule = measuredSchedule();
    schedule.invalidate(false);
    expect(schedule.next(training(100))).toBe('subset');
    expect(schedule.next(training(1499))).toBe('subset');
    expect(schedule.next(training(1500))).toBe('all');
    expect(schedule.next({ ...paused, nowMs: 100 })).toBe('all');
    schedule.invalidate(true);
    expect(schedule.next(training(100))).toBe('all');
  });

  test('is measured again for a map or codes that became stale while hidden', () => {
    const schedule = measuredSchedule();
    schedule.invalidate(false);
    schedule.noteMeasured('all', schedule.version, 2000, 2000);
    expect(schedule.next({ ...training(2100), mapIsSeen: false })).toBeNull();
    schedule.setSeen(new Set(['map']));
    expect(schedule.next(training(2100))).toBe('all');
    const codes = measuredSchedule();
    codes.setSeen(new Set(['codes']));
    expect(codes.next({ ...training(100), codesAreSeen: true })).toBe('all');
  });
});

test('the subset is measured only during training', () => {
  const schedule = measuredSchedule();
  schedule.invalidate(false);
  schedule.noteMeasured('subset', schedule.version, 600, 600);
  expect(schedule.next(training(1400))).toBeNull();
  schedule.invalidate(false);
  expect(schedule.next(training(1400))).toBe('subset');
});
