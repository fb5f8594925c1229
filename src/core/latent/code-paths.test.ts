import { describe, expect, it } from 'vitest';
import { pathCodes, spherical, straight } from './code-paths';

const a = Float32Array.of(2, 0);
const b = Float32Array.of(0, 4);

describe('a path between two codes', () => {
  it.each([straight, spherical])('begins and ends at the codes', (path) => {
    const [x, y] = [Float32Array.of(0.1, -3, 7), Float32Array.of(0.3, 1e-9, 5)];
    const codes = pathCodes(path, x, y, 5);
    expect(codes.subarray(0, 3)).toEqual(x);
    expect(codes.subarray(12)).toEqual(y);
    expect(codes).toHaveLength(15);
  });

  it('if straight, passes through their midpoint', () => {
    expect(Array.from(straight(a, b, 0.5))).toEqual([1, 2]);
  });

  it('if spherical, has its middle on the bisector with the mean length', () => {
    const middle = spherical(a, b, 0.5);
    expect(middle[0]).toBeCloseTo(3 * Math.SQRT1_2, 5);
    expect(middle[1]).toBeCloseTo(3 * Math.SQRT1_2, 5);
  });

  it('if spherical, is straight between parallel, opposite or zero codes', () => {
    for (const end of [Float32Array.of(5, 0), Float32Array.of(-2, 0)]) {
      expect(spherical(a, end, 0.25)).toEqual(straight(a, end, 0.25));
    }
    expect(spherical(new Float32Array(2), b, 0.5)).toEqual(straight(new Float32Array(2), b, 0.5));
  });
});
