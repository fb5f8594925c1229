import type { ExperimentPatch } from '../experiment/experiment';
import { describe, expect, it } from 'vitest';
import {
  clockCapacity,
  epochsOf,
  newClock,
  rewindClock,
  secondsAt,
  withSteps,
  type RunClock,
} from './run-clock';

/** `count` reports of `steps` steps each, at `ms` a step. */
function after(clock: RunClock, count: number, steps: number, ms: number): RunClock {
  let now = clock;
  for (let i = 0; i < count; i++) {
    const step = (now.steps.at(-1) ?? 0) + steps;
    now = withSteps(now, step, steps * ms, step / 100);
  }
  return now;
}

describe('the clock of a run', () => {
  it('begins at 0, and counts what steps took: a pause adds nothing', () => {
    expect(secondsAt(newClock, 0)).toBe(0);
    const paused = after(newClock, 3, 10, 20);
    expect(secondsAt(paused, 30)).toBeCloseTo(0.6, 10);
    expect(secondsAt(after(paused, 1, 10, 50), 40)).toBeCloseTo(1.1, 10);
  });

  it('lies on the line between two reports', () => {
    expect(secondsAt(after(newClock, 2, 10, 20), 15)).toBeCloseTo(0.3, 10);
  });

  it('stays small and right however long the run, whether it got faster or slower', () => {
    const slowFastSlow = after(after(after(newClock, 3000, 3, 30), 20_000, 16, 2), 2000, 1, 100);
    expect(slowFastSlow.steps.length).toBeLessThan(clockCapacity);
    const lastOfSlow = 9000;
    expect(secondsAt(slowFastSlow, lastOfSlow / 2)).toBeCloseTo((lastOfSlow / 2) * 0.03, 0);
    const last = lastOfSlow + 320_000 + 2000;
    expect(secondsAt(slowFastSlow, last)).toBeCloseTo(270 + 640 + 200, 6);
    // What is left is spread over the whole run, not gathered at its end.
    expect(slowFastSlow.steps.filter((step) => step < last / 2).length).toBeGreaterThan(clockCapacity / 6);
  });

  it('goes back with the run, and counts on from there', () => {
    const back = rewindClock(after(newClock, 3, 10, 20), 15);
    expect(back.steps).toEqual([0, 10, 15]);
    expect(secondsAt(after(back, 1, 5, 100), 20)).toBeCloseTo(0.8, 10);
    expect(rewindClock(back, 0)).toEqual(newClock);
  });
});

describe('epochs over the steps', () => {
  const unknown = { clock: null, step: 200, epoch: 2, marks: [] };

  it('are those of the reports, whatever the batch size was', () => {
    const half = withSteps(withSteps(newClock, 100, 1, 1), 200, 1, 1.5);
    const at = epochsOf({ ...unknown, clock: half });
    expect([at?.(50), at?.(150), at?.(200)]).toEqual([0.5, 1.25, 1.5]);
  });

  it('of a run without a clock are known only while all have one length', () => {
    expect(epochsOf(unknown)?.(50)).toBe(0.5);
    const changed = (patch: ExperimentPatch) =>
      epochsOf({ ...unknown, marks: [{ kind: 'changed', step: 9, patch }] });
    expect(changed({ batchSize: 8 })).toBeNull();
    expect(changed({ learningRate: 1 })).not.toBeNull();
  });
});
