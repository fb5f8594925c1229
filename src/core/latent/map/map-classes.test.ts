import { describe, expect, it } from 'vitest';
import { isOnePoint, mapCategories, mapClasses } from './map-classes';

describe('the classes of a map', () => {
  it('all have a colour when there are ten', () => {
    const { coloured, hasOthers } = mapClasses(10, null);
    expect(coloured).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(hasOthers).toBe(false);
    expect([...mapCategories(Uint16Array.from([7, 0, 9]), coloured)]).toEqual([7, 0, 9]);
  });

  it('have a colour only if they are shown among the ten images when there are 345', () => {
    const shown = Uint16Array.from([300, 4, 17, 4]);
    const { coloured, hasOthers } = mapClasses(345, shown);
    expect(coloured).toEqual([300, 4, 17]);
    expect(hasOthers).toBe(true);
    expect([...mapCategories(Uint16Array.from([4, 5, 300, 344]), coloured)]).toEqual([1, 3, 0, 3]);
  });
});

describe('a map', () => {
  it('is one point when all codes are equal, whatever the random axis of a code of one number says', () => {
    const points = Float32Array.of(3, 0.1, 3, -0.4, 3, 0.2);
    expect(isOnePoint({ points, axes: 'code-jitter' })).toBe(true);
    expect(isOnePoint({ points, axes: 'code' })).toBe(false);
    expect(isOnePoint({ points: new Float32Array(20), axes: 'principal' })).toBe(true);
    expect(isOnePoint({ points: Float32Array.of(3, 0, 2, 0), axes: 'code-jitter' })).toBe(false);
  });
});
