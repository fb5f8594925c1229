import { describe, expect, it } from 'vitest';
import { defaultExperiment, type Experiment } from '../../../core/experiment/experiment';
import { withReport, type MeasuredSpeed } from './measured-speed';
import { secondsFor } from './seconds-for';
import { batchCost } from './time-estimate';

const shape = [28, 28, 1] as const;
const of = (experiment: Experiment, backend: MeasuredSpeed['backend'] = 'wasm') => ({
  experiment,
  backend,
  sampleShape: shape,
});

function reported(experiment: Experiment, reports: readonly number[]): MeasuredSpeed | null {
  return reports.reduce<MeasuredSpeed | null>(
    (speed, report) => withReport(speed, of(experiment), report),
    null,
  );
}
const tenOf = (first: number, others = first) => [first, ...Array<number>(9).fill(others)];

describe('the speed of the main run', () => {
  it('tells how long the same network takes, from its fastest to its slowest report', () => {
    const speed = reported(defaultExperiment, tenOf(5000, 10_000));
    expect(secondsFor(speed, defaultExperiment, 100_000, [])).toEqual({ low: 10, high: 20 });
    const other = { ...defaultExperiment, learningRate: 0.1, seed: 3, noiseLevel: 0.2 };
    expect(secondsFor(speed, other, 100_000, [])).toEqual({ low: 10, high: 20 });
  });

  it('is unknown before enough has been timed, and where the network or the batches are others', () => {
    expect(secondsFor(null, defaultExperiment, 1, [])).toBeNull();
    expect(secondsFor(reported(defaultExperiment, [5000, 5000]), defaultExperiment, 1, [])).toBeNull();
    expect(secondsFor(reported(defaultExperiment, tenOf(0)), defaultExperiment, 1, [])).toBeNull();
    const speed = reported(defaultExperiment, tenOf(5000));
    for (const patch of [{ batchSize: 16 }, { hidden: [64] }, { noise: 'gaussian' }, { codeSize: 4 }])
      expect(secondsFor(speed, { ...defaultExperiment, ...patch }, 1, [])).toBeNull();
  });

  it('takes a larger network to need from as long to as much longer as it computes more', () => {
    const speed = reported({ ...defaultExperiment, hidden: [64] }, tenOf(1000));
    const larger = { ...defaultExperiment, hidden: [256] };
    const ratio = batchCost(larger, shape) / batchCost({ ...defaultExperiment, hidden: [64] }, shape);
    expect(ratio).toBeCloseTo(((784 + 16) * 256) / ((784 + 16) * 64));
    expect(secondsFor(speed, larger, 1000, ['hidden'])).toEqual({ low: 1, high: ratio });
  });

  it('starts over with another network or on another backend', () => {
    const speed = reported(defaultExperiment, tenOf(5000));
    expect(withReport(speed, of({ ...defaultExperiment, learningRate: 0.1 }), 7)?.reports).toHaveLength(11);
    expect(withReport(speed, of({ ...defaultExperiment, codeSize: 3 }), 7)?.reports).toEqual([7]);
    expect(withReport(speed, of(defaultExperiment, 'webgl'), 7)?.reports).toEqual([7]);
  });

  it('is that of the latest reports', () => {
    const speed = reported(defaultExperiment, [1, ...Array<number>(100).fill(8000)]);
    expect(secondsFor(speed, defaultExperiment, 8000, [])).toEqual({ low: 1, high: 1 });
  });
});
