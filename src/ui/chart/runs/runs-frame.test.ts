import { expect, it } from 'vitest';
import type { ChartSeries } from '../series';
import { runsFrame, type RunsScales } from './runs-frame';

const size = { width: 600, height: 300 };
const linear: RunsScales = { x: 'linear', y: 'linear', isCount: true };
const line = (x: number[], y: number[]): ChartSeries => ({ id: 'a', label: 'a', colour: 'red', x, y });

it('has no frame where no point can be drawn on its axes', () => {
  expect(runsFrame([], linear, size)).toBeNull();
  expect(runsFrame([line([0], [1])], { ...linear, x: 'log' }, size)).toBeNull();
  expect(runsFrame([line([1, 2], [0, NaN])], { ...linear, y: 'log' }, size)).toBeNull();
});

it('holds the longest run, from step 0 on', () => {
  const frame = runsFrame([line([0, 100], [1, 0.5]), line([0, 400], [1, 0.2])], linear, size);
  expect(frame?.xAxis.domain).toEqual([0, 400]);
});

it('begins a logarithmic axis at the first place that is not 0', () => {
  const frame = runsFrame([line([0, 1, 1000], [1, 0.5, 0.1])], { ...linear, x: 'log' }, size);
  expect(frame?.xAxis).toMatchObject({ scale: 'log', domain: [1, 1000] });
});

it('has ticks between whole seconds for a run of a moment', () => {
  const frame = runsFrame([line([0, 0.4], [1, 0.5])], { ...linear, isCount: false }, size);
  expect(frame?.xAxis.domain).toEqual([0, 0.4]);
  expect(frame?.xAxis.ticks.length).toBeGreaterThan(2);
});
