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
    schedule.invalidate('as-scheduled');
    expect(schedule.next(training(100))).toBe('subset');
    expect(schedule.next(training(1499))).toBe('subset');
    expect(schedule.next(training(1500))).toBe('all');
    expect(schedule.next({ ...paused, nowMs: 100 })).toBe('all');
    schedule.invalidate('at-once');
    expect(schedule.next(training(100))).toBe('all');
  });

  test('is measured at the end of an epoch, but not of each of hundreds in a second', () => {
    const schedule = measuredSchedule();
    schedule.invalidate('early');
    schedule.invalidate('as-scheduled');
    expect(schedule.next({ ...training(199), mapIsSeen: false })).not.toBe('all');
    expect(schedule.next(training(200))).toBe('all');
    let measurements = 0;
    for (let nowMs = 200; nowMs < 10_200; nowMs++) {
      schedule.invalidate('early');
      if (schedule.next(training(nowMs)) !== 'all') continue;
      measurements++;
      schedule.noteMapped();
      schedule.noteMeasured('all', schedule.version, nowMs, nowMs + 1);
    }
    expect(measurements).toBe(50);
    // Where measuring is slow, it takes a fifth of the time at most.
    const slow = new MeasuringSchedule();
    slow.noteMeasured('all', slow.version, 0, 300);
    slow.invalidate('early');
    expect(slow.next(training(1499))).toBe('subset');
    expect(slow.next(training(1500))).toBe('all');
  });

  test('is measured again for a map or codes that became stale while hidden', () => {
    const schedule = measuredSchedule();
    schedule.invalidate('as-scheduled');
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
  schedule.invalidate('as-scheduled');
  schedule.noteMeasured('subset', schedule.version, 600, 600);
  expect(schedule.next(training(1400))).toBeNull();
  schedule.invalidate('as-scheduled');
  expect(schedule.next(training(1400))).toBe('subset');
});
