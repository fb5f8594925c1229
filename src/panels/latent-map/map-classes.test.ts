import { describe, expect, it } from 'vitest';
import { mapCategories, mapClasses } from './map-classes';

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
