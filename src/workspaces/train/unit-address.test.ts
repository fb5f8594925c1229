import { expect, it } from 'vitest';
import { namedUnit, unitHref } from './unit-address';

it('an address names a layer and a unit as the screen counts them', () => {
  expect(unitHref({ boundary: 2, unit: 16 })).toBe('#train/network/2/17');
  expect(namedUnit(unitHref({ boundary: 2, unit: 16 }))).toEqual({ boundary: 2, unit: 16 });
  expect(namedUnit(unitHref(null))).toEqual({ boundary: null, unit: null });
  expect(namedUnit('#train/network/3')).toEqual({ boundary: 3, unit: null });
});

it.each(['#train', '#train/network/0/1', '#train/network/x/1', '#train/network/-1', '#explore/sliders/2/3'])(
  'an address such as %s names none',
  (hash) => {
    expect(namedUnit(hash)).toEqual({ boundary: null, unit: null });
  },
);
