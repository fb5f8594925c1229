import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../../core/experiment/experiment';
import type { SweepPlan, SweepPoint } from '../../../core/sweep/sweep';
import { withReport, type MeasuredSpeed } from '../../runs/timing/measured-speed';
import { noPace, withMoment, type Pace } from '../../runs/timing/pace';
import { batchCost } from '../../runs/timing/time-estimate';
import { expectedSeconds } from './expected-seconds';
import { secondsLeft } from './seconds-left';
import { sweepProgress } from './sweep-progress';
import { noTiming, type SweepTiming } from './sweep-timing';
import type { SweepRecord } from '../sweep-record';

const sampleShape = [28, 28, 1] as const;
const widths: SweepPlan = {
  base: { ...defaultExperiment, hidden: [64] },
  setting: 'width',
  values: [64, 128, 256],
  steps: 100,
};
const rates: SweepPlan = { ...widths, setting: 'learningRate', values: [0.1, 0.01, 0.001] };

function record(plan: SweepPlan, done: readonly number[]): SweepRecord {
  const points = done.map((value) => ({ value }) as SweepPoint);
  return { id: 'a', name: 'a', startedAt: 0, plan, points, status: 'running', failures: [] };
}

/** So many steps a second for two seconds. */
const paceOf = (perSecond: number): Pace =>
  [0, 1000, 2000].reduce((pace, atMs) => withMoment(pace, atMs, (perSecond * atMs) / 1000), noPace);

const timing = (patch: Partial<SweepTiming>): SweepTiming => ({ ...noTiming, sampleShape, ...patch });
const costOf = (width: number) => batchCost({ ...widths.base, hidden: [width] }, sampleShape);

describe('how long a sweep will take', () => {
  it('is unknown until its first steps have been timed', () => {
    expect(secondsLeft(record(rates, []), 0.1, 0, timing({}))).toBeNull();
    const unbuilt = timing({ sampleShape: null, pace: paceOf(10) });
    expect(secondsLeft(record(rates, []), 0.1, 20, unbuilt)).toBeNull();
  });

  it('follows from its own steps where all values compute as much', () => {
    const left = secondsLeft(record(rates, []), 0.1, 20, timing({ pace: paceOf(10) }));
    const { share } = sweepProgress(record(rates, []), 0.1, 20, noTiming);
    expect(left?.low).toBeCloseTo(28);
    expect(left?.high).toBeCloseTo(28);
    expect(share).toBeCloseTo(20 / 300);
  });

  it('may have to build each later value as long as the first', () => {
    const built = timing({ pace: paceOf(10), buildSeconds: 4 });
    const left = secondsLeft(record(rates, []), 0.1, 20, built);
    expect(left?.low).toBeCloseTo(28);
    expect(left?.high).toBeCloseTo(28 + 2 * 4);
  });

  it('takes a larger network to need from as long to as much longer as it computes more', () => {
    const left = secondsLeft(record(widths, []), 64, 20, timing({ pace: paceOf(10) }));
    expect(left?.low).toBeCloseTo(8 + 10 + 10);
    expect(left?.high).toBeCloseTo(8 + (10 * (costOf(128) + costOf(256))) / costOf(64));
  });

  it('goes by the finished value most like the next one, and by its own steps once there are some', () => {
    const finished = [
      { value: 64, secondsPerStep: 0.1 },
      { value: 128, secondsPerStep: 0.15 },
    ];
    const ratio = costOf(256) / costOf(128);
    const before = secondsLeft(record(widths, [64, 128]), 256, 0, timing({ finished }));
    expect(before?.low).toBeCloseTo(15);
    expect(before?.high).toBeCloseTo(15 * ratio);
    const known = timing({ finished, pace: paceOf(4) });
    expect(secondsLeft(record(widths, [64, 128]), 256, 8, known)?.high).toBeCloseTo(23);
  });
});

describe('how long a sweep is expected to take before it starts', () => {
  const measured = (experiment = widths.base) =>
    Array.from({ length: 10 }).reduce<MeasuredSpeed | null>(
      (speed) => withReport(speed, { experiment, backend: 'wasm', sampleShape }, 12_800),
      null,
    );

  it('follows from the main run when that trains the same network with the same batches', () => {
    // Without the views of the main run, which cost up to half of the time.
    expect(expectedSeconds(rates, measured())?.low).toBeCloseTo(3 / 2);
    expect(expectedSeconds(rates, measured())?.high).toBeCloseTo(3);
    const wide = expectedSeconds(widths, measured());
    expect(wide?.low).toBeCloseTo(3 / 2);
    expect(wide?.high).toBeCloseTo(1 + (costOf(128) + costOf(256)) / costOf(64));
  });

  it('is unknown when it has not', () => {
    expect(expectedSeconds(rates, null)).toBeNull();
    expect(expectedSeconds(rates, measured({ ...widths.base, batchSize: 16 }))).toBeNull();
    expect(expectedSeconds(rates, measured({ ...widths.base, hidden: [32] }))).toBeNull();
  });
});
