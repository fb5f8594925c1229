import { expect, it } from 'vitest';
import type { ChartSeries } from '../series';
import { lossFrame, margins, stepUnit } from './loss-frame';

const size = { width: 400, height: 200 };
const series = (id: string, x: number[], y: number[]): ChartSeries => ({
  id,
  label: id,
  colour: 'red',
  x,
  y,
});
const options = { scale: 'linear', size, unit: 1 } as const;

it('has no frame without a point that can be drawn', () => {
  expect(lossFrame([], [], options)).toBeNull();
  expect(lossFrame([series('a', [0, 1], [NaN, Infinity])], [], options)).toBeNull();
  expect(lossFrame([series('a', [0], [0])], [], { ...options, scale: 'log' })).toBeNull();
});

it('counts steps up to one epoch and epochs after it', () => {
  const within = [series('a', [0, 469], [1, 2])];
  const beyond = [series('a', [0, 938], [1, 2])];
  expect(stepUnit(within, 469)).toBe(1);
  expect(stepUnit(beyond, 469)).toBe(469);
  expect(stepUnit(beyond, undefined)).toBe(1);
  expect(lossFrame(beyond, [], { ...options, unit: 469 })?.xAxis.ticks).toEqual([0, 469, 938]);
});

it('maps the corners of the data onto the corners of the plot, and pixels back to steps', () => {
  const frame = lossFrame([series('a', [0, 100], [0, 8])], [], options);
  expect(frame?.toPixelX(0)).toBe(margins.left);
  expect(frame?.toPixelX(100)).toBe(size.width - margins.right);
  expect(frame?.toPixelY(0)).toBe(size.height - margins.bottom);
  expect(frame?.toX(frame.toPixelX(37))).toBeCloseTo(37, 9);
});

it('makes room for the references', () => {
  const frame = lossFrame([series('a', [0, 1], [0.1, 0.2])], [{ label: 'PCA', y: 0.9 }], options);
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
    const bottom = lossFrame(drawn, [], log)?.yAxis.domain[0] ?? NaN;
    expect(bottom).toBeLessThanOrEqual(2);
    expect(bottom).toBeGreaterThan(0.5);
  }
  expect(lossFrame([part], [], log)?.yAxis.domain[0]).toBeLessThanOrEqual(1e-9);
});
