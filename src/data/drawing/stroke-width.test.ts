import { describe, expect, test } from 'vitest';
import type { Picture } from './picture';
import { offsetOutline, strokeWidth } from './stroke-width';

const side = 120;

/** An antialiased picture with ink where `depth`, the distance into the ink, is positive. */
function picture(depth: (x: number, y: number) => number): Picture {
  const values = Float32Array.from({ length: side * side }, (_, at) =>
    Math.min(1, Math.max(0, depth((at % side) + 0.5, Math.floor(at / side) + 0.5) + 0.5)),
  );
  return { width: side, height: side, values };
}

const ring = (radius: number, width: number) =>
  picture((x, y) => width / 2 - Math.abs(Math.hypot(x - 60, y - 60) - radius));
const disc = (radius: number) => picture((x, y) => radius - Math.hypot(x - 60, y - 60));
const area = ({ values }: Picture) => values.reduce((sum, value) => sum + value, 0);

describe('the stroke width', () => {
  test.each([3, 6, 11, 20])('of a ring drawn with a pen of %d is the pen width', (pen) => {
    expect(Math.abs(strokeWidth(ring(40, pen)) / pen - 1)).toBeLessThan(0.02);
  });

  test('of a slanted line is the pen width, apart from its ends', () => {
    const line = picture(
      (x, y) => 4 - Math.hypot(Math.max(0, Math.abs(x - 60) - 50), 0.8 * (y - x * 0.75 - 15)),
    );
    expect(Math.abs(strokeWidth(line) - 8)).toBeLessThan(0.8);
  });

  test('does not change when ink touches the edge of the picture', () => {
    const stripe = picture((x) => 10 - x);
    expect(Math.abs(strokeWidth(stripe) - (2 * 10 * side) / (2 * side + 20))).toBeLessThan(0.1);
  });

  test('of an empty picture is 0', () => {
    expect(strokeWidth({ width: 3, height: 2, values: new Float32Array(6) })).toBe(0);
  });
});

describe('moving the outline', () => {
  test.each([-12, -5.5, -1, 0, 4, 9.5])('of a disc by %d changes its radius by the same amount', (margin) => {
    const radius = Math.sqrt(area(offsetOutline(disc(30), margin)) / Math.PI);
    expect(Math.abs(radius - (30 + margin))).toBeLessThan(0.35);
  });

  test.each([-4, -2, 3])('of a ring by %d moves both sides of the stroke', (margin) => {
    const moved = offsetOutline(ring(40, 12), margin);
    const width = 12 + 2 * margin;
    expect(Math.abs(strokeWidth(moved) - width)).toBeLessThan(0.5);
    // The same area as a ring of that width around the same centre line.
    expect(Math.abs(area(moved) / (2 * Math.PI * 40) - width)).toBeLessThan(0.5);
  });

  test('uses the exact distance in every direction', () => {
    const dot = { width: 1, height: 1, values: new Float32Array([1]) };
    const { width, values } = offsetOutline(dot, 6);
    const middle = (width - 1) / 2;
    values.forEach((value, at) => {
      const away = Math.hypot((at % width) - middle, Math.floor(at / width) - middle);
      // In the dot, half a pixel deep; outside, as far as its centre less that half.
      const depth = 0.5 - away;
      expect(value).toBeCloseTo(Math.min(1, Math.max(0, depth + 6.5)), 5);
    });
  });
});
