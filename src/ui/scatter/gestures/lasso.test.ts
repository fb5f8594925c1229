import { describe, expect, it } from 'vitest';
import { pointsInside } from './lasso';

const points = { x: Float32Array.of(0, 2, 1, 5, 1), y: Float32Array.of(0, 2, 1, 1, 3) };

describe('a lasso', () => {
  it('holds what is inside it, though its ends were not joined', () => {
    const corners = [
      { x: -1, y: -1 },
      { x: 3, y: -1 },
      { x: 3, y: 2.5 },
      { x: -1, y: 2.5 },
    ];
    expect(Array.from(pointsInside(points, corners))).toEqual([0, 1, 2]);
  });

  it('does not hold what lies in the bay of its line', () => {
    const bay = [
      { x: -1, y: -1 },
      { x: 3, y: -1 },
      { x: 3, y: 4 },
      { x: 1, y: 0.5 },
      { x: -1, y: 4 },
    ];
    expect(Array.from(pointsInside(points, bay))).toEqual([0, 1]);
  });

  it('of fewer than three corners holds nothing', () => {
    expect(pointsInside(points, [{ x: 0, y: 0 }])).toHaveLength(0);
  });
});
