import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExperimentPatch } from '../../core/experiment/experiment';
import { createPatchThrottle } from './patch-throttle';

describe('patches from a slider', () => {
  const sent: ExperimentPatch[] = [];
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    sent.length = 0;
  });

  it('go out at once, and then merged, once a frame', () => {
    const patches = createPatchThrottle((patch) => sent.push(patch));
    patches.push({ codeSize: 17 });
    expect(sent).toEqual([{ codeSize: 17 }]);
    patches.push({ codeSize: 18 });
    patches.push({ noiseLevel: 0.5 });
    patches.push({ codeSize: 19 });
    expect(sent).toHaveLength(1);
    vi.advanceTimersByTime(20);
    expect(sent[1]).toEqual({ codeSize: 19, noiseLevel: 0.5 });
    vi.advanceTimersByTime(1000);
    expect(sent).toHaveLength(2);
  });

  it('can be sent early, so that an order that follows comes after them', () => {
    const patches = createPatchThrottle((patch) => sent.push(patch));
    patches.push({ codeSize: 17 });
    patches.push({ codeSize: 18 });
    patches.flush();
    expect(sent).toEqual([{ codeSize: 17 }, { codeSize: 18 }]);
  });

  it('are dropped when their run is over', () => {
    const patches = createPatchThrottle((patch) => sent.push(patch));
    patches.push({ codeSize: 17 });
    patches.push({ codeSize: 18 });
    patches.drop();
    vi.advanceTimersByTime(1000);
    expect(sent).toEqual([{ codeSize: 17 }]);
  });
});
