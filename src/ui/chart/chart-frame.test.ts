// The frame serves other charts than losses over steps: a histogram of errors, a ROC curve, a log axis along x.
import { bin } from 'd3-array';
import { expect, it } from 'vitest';
import { linearAxis, logAxis } from './axis-ticks';
import { chartFrame } from './chart-frame';

const size = { width: 340, height: 240 };
const margins = { top: 20, right: 20, bottom: 20, left: 20 };

it('maps both axes of a ROC curve from 0 to 1 onto a plot whose diagonal is chance', () => {
  const rate = linearAxis(0, 1, 5);
  const frame = chartFrame(rate, rate, { width: 240, height: 240 }, margins);
  expect(rate).toEqual({ scale: 'linear', domain: [0, 1], ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] });
  for (const chance of [0, 0.25, 0.5, 1]) {
    // pixels count down the screen
    expect(frame.toPixelX(chance) - margins.left).toBeCloseTo(
      240 - margins.bottom - frame.toPixelY(chance),
      9,
    );
  }
  expect(frame.toX(frame.toPixelX(0.137))).toBeCloseTo(0.137, 12);
});

it('gives the bars of a histogram whole pixels from edge to edge, from zero upwards', () => {
  const errors = [0.011, 0.012, 0.019, 0.024, 0.031, 0.033, 0.034, 0.058];
  const xAxis = linearAxis(Math.min(...errors), Math.max(...errors), 6);
  const bins = bin()
    .domain([...xAxis.domain])
    .thresholds(xAxis.ticks.slice(1, -1))(errors);
  const counts = bins.map(({ length }) => length);
  const yAxis = linearAxis(0, Math.max(...counts), 4);
  const frame = chartFrame(xAxis, yAxis, size, margins);
  expect(xAxis.ticks).toEqual([0, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(errors.length);
  const widths = bins.map(({ x0 = NaN, x1 = NaN }) => frame.toPixelX(x1) - frame.toPixelX(x0));
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(300, 9);
  for (const width of widths) expect(width).toBeCloseTo(50, 9);
  expect(frame.toPixelY(0)).toBe(size.height - margins.bottom);
  expect(frame.toPixelY(Math.max(...counts))).toBeGreaterThanOrEqual(margins.top);
});

it('puts equal ratios at equal distances on a log axis, along x as along y', () => {
  const frame = chartFrame(logAxis(1, 1000, 5), logAxis(0.01, 1, 5), size, margins);
  expect([1, 10, 100, 1000].map((x) => Math.round(frame.toPixelX(x)))).toEqual([20, 120, 220, 320]);
  expect([1, 0.1, 0.01].map((y) => Math.round(frame.toPixelY(y)))).toEqual([20, 120, 220]);
  expect(frame.toX(frame.toPixelX(37))).toBeCloseTo(37, 9);
});
