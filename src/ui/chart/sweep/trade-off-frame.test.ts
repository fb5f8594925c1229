import { expect, it } from 'vitest';
import { tradeOffFrame, type TradeOffLine } from './trade-off-chart';

const size = { width: 400, height: 300 };
const line = (points: readonly (readonly [number, number])[]): TradeOffLine => ({
  id: 'a',
  label: 'a',
  colour: 'red',
  points: points.map(([x, y]) => ({ x, y, name: '' })),
});

it('holds every point inside, with equal distances for equal differences', () => {
  const frame = tradeOffFrame(
    [
      line([
        [20, 90],
        [10, 120],
      ]),
      line([[5, 150]]),
    ],
    size,
  )!;
  expect(frame.xAxis.scale).toBe('linear');
  for (const [x, y] of [
    [5, 150],
    [10, 120],
    [20, 90],
  ] as const) {
    expect(frame.toPixelX(x)).toBeGreaterThan(frame.margins.left);
    expect(frame.toPixelX(x)).toBeLessThan(size.width - frame.margins.right);
    expect(frame.toPixelY(y)).toBeGreaterThan(frame.margins.top);
    expect(frame.toPixelY(y)).toBeLessThan(size.height - frame.margins.bottom);
  }
});

it('is logarithmic where the divergences differ by more than thirty times, as with a beta near 0', () => {
  expect(
    tradeOffFrame(
      [
        line([
          [900, 70],
          [3, 180],
        ]),
      ],
      size,
    )?.xAxis.scale,
  ).toBe('log');
});

it('has a frame around a single point, and none without', () => {
  const frame = tradeOffFrame([line([[20, 90]])], size)!;
  expect(frame.xAxis.domain[0]).toBeLessThan(20);
  expect(frame.xAxis.domain[1]).toBeGreaterThan(20);
  expect(tradeOffFrame([line([])], size)).toBeNull();
});
