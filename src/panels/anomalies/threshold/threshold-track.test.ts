import { expect, it } from 'vitest';
import { nudge, valueAt } from '../../../ui/controls/slider/slider-scale';
import { thresholdTrack } from './threshold-track';

it('has at least 200 steps, whatever the size of the scores', () => {
  for (const [from, to] of [
    [0.003217, 0.081],
    [90, 260],
    [1e-7, 4e-6],
  ] as const) {
    const track = thresholdTrack({ from, to });
    const { step = 0 } = track;
    expect((to - from) / step).toBeGreaterThanOrEqual(200);
    expect((to - from) / step).toBeLessThanOrEqual(2000);
    expect(Math.abs(valueAt(track, 0.5) - (from + to) / 2)).toBeLessThanOrEqual(step);
    expect(nudge(track, valueAt(track, 0.5), 1, false) - valueAt(track, 0.5)).toBeCloseTo(step, 12);
  }
});

it('holds where every score is the same', () => {
  const track = thresholdTrack({ from: 3, to: 3 });
  expect(valueAt(track, 0.5)).toBe(3);
});
