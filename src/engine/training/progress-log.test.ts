import { describe, expect, test } from 'vitest';
import { ProgressLog } from './progress-log';

const steps = (...losses: number[]) => ({
  losses: Float32Array.from(losses),
  trainMs: 2 * losses.length,
  terms: { reconstruction: Float32Array.from(losses, (loss) => loss / 2) },
});

describe('a progress report', () => {
  test('contains every step since the last report, in order and once', () => {
    const log = new ProgressLog();
    log.add(steps(8, 7), 10, 0);
    log.add(steps(6), 10, 5);
    const report = log.take(true, 10);
    expect(Array.from(report?.trainLosses ?? [])).toEqual([8, 7, 6]);
    expect(Array.from(report?.trainTerms.reconstruction ?? [])).toEqual([4, 3.5, 3]);
    expect(report?.trainMs).toBe(6);
    expect(log.take(true, 500)).toBeNull();
    log.add(steps(5), 10, 510);
    expect(Array.from(log.take(true, 520)?.trainLosses ?? [])).toEqual([5]);
  });

  test('waits for its interval unless requested at once', () => {
    const log = new ProgressLog();
    log.add(steps(3), 10, 1000);
    expect(log.take(false, 1000)).not.toBeNull();
    log.add(steps(2), 10, 1050);
    expect(log.take(false, 1099)).toBeNull();
    expect(log.take(false, 1100)?.trainLosses).toHaveLength(1);
  });

  test('omits discarded steps', () => {
    const log = new ProgressLog();
    log.add(steps(NaN), 10, 0);
    log.discard();
    expect(log.take(true, 1000)).toBeNull();
    log.add(steps(1), 10, 1001);
    expect(log.take(true, 1001)?.trainMs).toBe(2);
  });
});

describe('the speed', () => {
  test('is the number of images in the last 1.5 s over the time they took', () => {
    const log = new ProgressLog();
    log.add(steps(1), 100_000, 0);
    for (let atMs = 4000; atMs <= 5000; atMs += 100) log.add(steps(1, 1), 32, atMs);
    // ten pulls of 64 images after the first of the last 1.5 s, which started a second ago
    expect(log.take(true, 5000)?.imagesPerSecond).toBeCloseTo(640, 6);
  });

  test('is defined however slow the pulls are', () => {
    const log = new ProgressLog();
    log.add(steps(1), 60, 0);
    log.add(steps(1), 60, 3000);
    expect(log.take(true, 6000)?.imagesPerSecond).toBeCloseTo(10, 6);
  });

  test('restarts after a pause', () => {
    const log = new ProgressLog();
    log.add(steps(1), 60, 0);
    log.add(steps(1), 60, 10);
    log.resetSpeed();
    log.add(steps(1), 60, 9000);
    expect(log.take(true, 9010)?.imagesPerSecond).toBe(0);
  });
});
