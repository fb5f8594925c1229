import { describe, expect, it } from 'vitest';
import type { ChartSeries } from '../series';
import { kl, reconstruction, trainLoss } from './recorded-terms-for-tests';
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

describe('the log axis of a recorded run with a Gaussian code', () => {
  const curve = (
    id: string,
    points: readonly (readonly [number, number])[],
    patch: Partial<ChartSeries> = {},
  ) => ({
    ...series(
      id,
      points.map(([step]) => step),
      points.map(([, value]) => value),
    ),
    ...patch,
  });
  const settling = { isPart: true, settles: true };
  const all = [
    curve('train', trainLoss),
    curve('reconstruction', reconstruction, settling),
    curve('kl', kl, settling),
  ];
  const log = { ...options, scale: 'log', epochLength: 469 } as const;
  const domainOf = (drawn: readonly ChartSeries[]) => lossFrame(drawn, [], log)?.yAxis.domain ?? [NaN, NaN];
  const until = (step: number) =>
    all.map(({ x, y, ...rest }) => {
      const count = Array.from(x).filter((at) => at <= step).length;
      return { ...rest, x: Array.from(x).slice(0, count), y: Array.from(y).slice(0, count) };
    });

  it('shows both terms after the first epoch, and leaves its first steps outside', () => {
    const [low, high] = domainOf(all);
    const after = [...reconstruction, ...kl].filter(([step]) => step >= 469).map(([, value]) => value);
    expect(low).toBeLessThanOrEqual(Math.min(...after));
    expect(high).toBeGreaterThanOrEqual(Math.max(...after));
    // The loss began at several times that, and the KL divergence far below.
    expect(Math.max(...trainLoss.map(([, value]) => value))).toBeGreaterThan(2 * high);
    expect(Math.min(...kl.map(([, value]) => value))).toBeLessThan(low / 2);
  });

  it('gives the terms more than twice the height that the whole range would', () => {
    const heightOf = ([low, high]: readonly [number, number]) => Math.log(high / low);
    const plain = all.map((one) => ({ ...one, settles: false }));
    expect(heightOf(domainOf(plain)) / heightOf(domainOf(all))).toBeGreaterThan(2);
  });

  it('is fitted within the first epoch too', () => {
    const [low, high] = domainOf(until(300));
    const [plainLow, plainHigh] = domainOf(until(300).map((one) => ({ ...one, settles: false })));
    expect(high).toBeLessThan(plainHigh);
    expect(low).toBeGreaterThan(plainLow);
  });

  it('has a frame from the first measurement on', () => {
    expect(lossFrame(until(1), [], log)).not.toBeNull();
  });

  it('keeps every value on a linear axis', () => {
    const [, high] = lossFrame(all, [], { ...log, scale: 'linear' })?.yAxis.domain ?? [];
    expect(high).toBeGreaterThanOrEqual(Math.max(...trainLoss.map(([, value]) => value)));
  });
});
