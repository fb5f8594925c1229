import { expect, it } from 'vitest';
import { chartFrame, margins, nearestIndex, readAt } from './chart-frame';
import type { ChartSeries } from './chart-frame';

const size = { width: 400, height: 200 };
const series = (id: string, x: number[], y: number[]): ChartSeries => ({
  id,
  label: id,
  colour: 'red',
  x,
  y,
});
const options = { scale: 'linear', size, epochLength: undefined, xLabel: 'step' } as const;

it('has no frame without a point that can be drawn', () => {
  expect(chartFrame([], [], options)).toBeNull();
  expect(chartFrame([series('a', [0, 1], [NaN, Infinity])], [], options)).toBeNull();
  expect(chartFrame([series('a', [0], [0])], [], { ...options, scale: 'log' })).toBeNull();
});

it('counts steps up to one epoch and epochs after it', () => {
  const within = chartFrame([series('a', [0, 469], [1, 2])], [], { ...options, epochLength: 469 });
  const beyond = chartFrame([series('a', [0, 938], [1, 2])], [], { ...options, epochLength: 469 });
  expect(within?.unitName).toBe('step');
  expect(beyond?.unitName).toBe('epoch');
  expect(beyond?.xAxis.ticks).toEqual([0, 469, 938]);
});

it('maps the corners of the data onto the corners of the plot, and pixels back to steps', () => {
  const frame = chartFrame([series('a', [0, 100], [0, 8])], [], options);
  expect(frame?.toPixelX(0)).toBe(margins.left);
  expect(frame?.toPixelX(100)).toBe(size.width - margins.right);
  expect(frame?.toPixelY(0)).toBe(size.height - margins.bottom);
  expect(frame?.toStep(frame.toPixelX(37))).toBeCloseTo(37, 9);
});

it('makes room for the baselines', () => {
  const frame = chartFrame([series('a', [0, 1], [0.1, 0.2])], [{ label: 'PCA', y: 0.9 }], options);
  expect(frame?.yAxis.domain[1]).toBeGreaterThanOrEqual(0.9);
});

it('follows a part two decades below the rest on a log scale and lets it fall out below', () => {
  const whole = series('loss', [0, 1], [200, 100]);
  const part = { ...series('penalty', [0, 1], [1e-9, 2]), isPart: true };
  const log = { ...options, scale: 'log' } as const;
  // Whatever the order they come in.
  for (const drawn of [
    [whole, part],
    [part, whole],
  ]) {
    const bottom = chartFrame(drawn, [], log)?.yAxis.domain[0] ?? NaN;
    expect(bottom).toBeLessThanOrEqual(2);
    expect(bottom).toBeGreaterThan(0.5);
  }
  expect(chartFrame([part], [], log)?.yAxis.domain[0]).toBeLessThanOrEqual(1e-9);
});

it('finds the nearest entry, the earlier one of two at the same distance', () => {
  const x = [0, 10, 20, 40];
  expect([-5, 4, 5, 6, 29, 31, 99].map((target) => nearestIndex(x, target))).toEqual([0, 0, 0, 1, 2, 3, 3]);
  expect(nearestIndex([], 3)).toBe(-1);
});

it('reads every series at the measured step nearest to the pointer', () => {
  const train = series('train', [0, 10, 20, 30], [4, 3, 2, 1]);
  const test = series('test', [0, 30], [5, 1.5]);
  const found = readAt([train, test], 21);
  expect(found?.step).toBe(20);
  expect(found?.readings.map(({ step, value }) => [step, value])).toEqual([
    [20, 2],
    [30, 1.5],
  ]);
});
