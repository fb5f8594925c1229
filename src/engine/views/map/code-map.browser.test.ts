import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { pcg4d, standardNormal, words } from '../../../core/random';
import { fitProjection, project, type Projection } from './code-map';
import { startForTest } from '../../testing/start-backend';

const count = 600;

function normal(row: number, column: number): number {
  pcg4d(5, 0, row, column);
  return standardNormal(words[0] ?? 0, words[1] ?? 0);
}

/** Orthonormal axes in four dimensions, along which the codes have deviations 3, 2, 1 and 0.5. */
const axes = [
  [0.5, 0.5, 0.5, 0.5],
  [0.5, -0.5, 0.5, -0.5],
  [0.5, 0.5, -0.5, -0.5],
  [0.5, -0.5, -0.5, 0.5],
];
const deviations = [3, 2, 1, 0.5];
const centre = [10, -4, 0, 7];

const codes = new Float32Array(count * 4);
for (let row = 0; row < count; row++) {
  for (let i = 0; i < 4; i++) {
    codes[row * 4 + i] = axes.reduce(
      (sum, axis, k) => sum + (deviations[k] ?? 0) * normal(row, k) * (axis[i] ?? 0),
      centre[i] ?? 0,
    );
  }
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

describe.each(['wasm', 'webgl', 'cpu'] as const)('on %s', (backend) => {
  let fitted: Projection;
  beforeAll(async () => {
    await startForTest(backend);
    fitted = await fitProjection(codes, 4, null);
  });

  test('the axes of longer codes are the directions of largest variance, of length 1 and orthogonal', () => {
    const [first, second] = fitted.axesVectors;
    expect(fitted.axes).toBe('principal');
    expect(Math.abs(dot(first, axes[0] ?? []))).toBeGreaterThan(0.99);
    expect(Math.abs(dot(second, axes[1] ?? []))).toBeGreaterThan(0.99);
    expect(dot(first, first)).toBeCloseTo(1, 5);
    expect(dot(second, second)).toBeCloseTo(1, 5);
    expect(dot(first, second)).toBeCloseTo(0, 5);
  });

  test('the explained shares are those of the variances', () => {
    const total = 9 + 4 + 1 + 0.25;
    const [first = 0, second = 0] = fitted.explained ?? [];
    expect(first).toBeCloseTo(9 / total, 1);
    expect(second).toBeCloseTo(4 / total, 1);
  });

  test('the points are centred and uncorrelated, with the explained variances', () => {
    const points = project(codes, fitted);
    const [x, y] = [0, 1].map((side) =>
      Array.from({ length: count }, (_, row) => points[2 * row + side] ?? NaN),
    );
    const mean = (values: number[] = []) => values.reduce((a, b) => a + b, 0) / values.length;
    expect(mean(x)).toBeCloseTo(0, 3);
    expect(mean(y)).toBeCloseTo(0, 3);
    expect(dot(x ?? [], y ?? []) / count).toBeCloseTo(0, 2);
    const [first = 0, second = 0] = fitted.explained ?? [];
    expect(dot(x ?? [], x ?? []) / dot(y ?? [], y ?? [])).toBeCloseTo(first / second, 2);
  });

  test('a new projection points in the direction of the previous one', async () => {
    const [first, second] = fitted.axesVectors;
    const turned: Projection = { ...fitted, axesVectors: [first.map((v) => -v), second.map((v) => -v)] };
    const next = await fitProjection(codes, 4, turned);
    expect(dot(next.axesVectors[0], first)).toBeLessThan(-0.99);
    expect(dot(next.axesVectors[1], second)).toBeLessThan(-0.99);
    const same = await fitProjection(codes, 4, fitted);
    expect(project(codes, same)).toEqual(project(codes, fitted));
  });

  test('a previous projection of another code size is ignored', async () => {
    const other = await fitProjection(codes, 3, null);
    expect(await fitProjection(codes, 4, other)).toEqual(fitted);
  });

  test('no tensor leaks', async () => {
    const before = tf.memory().numTensors;
    await fitProjection(codes, 4, null);
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('small codes', () => {
  test('a code of two is its own point', async () => {
    const projection = await fitProjection(codes, 2, null);
    expect(projection).toMatchObject({ axes: 'code', explained: null });
    expect(project(codes, projection)).toEqual(codes);
  });

  test('a code of one is plotted against a fixed random second axis', async () => {
    const projection = await fitProjection(codes, 1, null);
    const points = project(codes, projection);
    expect(projection).toMatchObject({ axes: 'code-jitter', explained: null });
    expect(points).toHaveLength(2 * codes.length);
    const second = points.filter((_, i) => i % 2 === 1);
    expect(points.filter((_, i) => i % 2 === 0)).toEqual(codes);
    expect(second.every((value) => value >= -0.5 && value < 0.5)).toBe(true);
    expect(new Set(second).size).toBeGreaterThan(codes.length / 2);
    expect(project(codes, projection)).toEqual(points);
  });
});

describe('degenerate codes', () => {
  beforeAll(() => startForTest('wasm'));

  test('explain nothing and share one point when they are all equal', async () => {
    const alike = new Float32Array(40).fill(3);
    const projection = await fitProjection(alike, 4, null);
    expect(projection.explained).toEqual([0, 0]);
    expect(project(alike, projection).every((value) => value === 0)).toBe(true);
  });

  test.each([NaN, Infinity, 1e30])(
    'explain nothing and do not throw at %f, before the loss shows the divergence',
    async (value) => {
      const diverged = new Float32Array(40).map((_, i) => (i % 3 === 0 ? value : 0));
      const projection = await fitProjection(diverged, 4, null);
      expect(projection).toMatchObject({ axes: 'principal', explained: [0, 0] });
    },
  );
});
