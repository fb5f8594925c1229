import { expect, it } from 'vitest';
import type { TestMap } from '../../../core/engine-api/asking';
import { mapLook, shownPoints } from './map-look';

const points = Float32Array.of(0, 0, 3, 0, 0, 1, 5, 2);
const mapOf = (given: Float32Array, axes: TestMap['axes']): { map: TestMap } => ({
  map: {
    runId: 'a',
    step: 1,
    points: given,
    labels: new Uint16Array(given.length / 2),
    axes,
    explained: null,
  },
});

it('classes have the same colours in every map, and those without one of their own are grey', () => {
  const labels = Uint16Array.of(0, 1, 1, 0);
  const two = mapLook({ info: { classNames: ['cat', 'dog'] }, labels }, null, labels, 'light');
  expect([...two.categories]).toEqual([0, 1, 1, 0]);
  expect(two.classes.map(({ name }) => name)).toEqual(['cat', 'dog']);
  const names = Array.from({ length: 12 }, (_, i) => `kind ${i}`);
  const many = mapLook(
    { info: { classNames: names }, labels: Uint16Array.of(3, 7, 11) },
    null,
    Uint16Array.of(11, 3),
    'light',
  );
  expect([...many.categories]).toEqual([1, 2, 0]);
  expect(many.classes.map(({ name }) => name)).toEqual(['kind 11', 'kind 3']);
  expect(many.colours).toHaveLength(3);
});

it('samples without classes are coloured by where they lie in the first map, from left to right', () => {
  const { categories, classes, colours } = mapLook(
    { info: { classNames: [] }, labels: new Uint16Array(4) },
    points,
    new Uint16Array(0),
    'dark',
  );
  expect(classes).toEqual([]);
  expect(categories[0]).toBe(categories[2]);
  expect(categories[1]).toBeGreaterThan(categories[0] ?? NaN);
  expect(categories[3]).toBe(colours.length - 1);
});

it('maps are turned onto the first that is there, unless an axis is random', () => {
  const mirrored = points.map((value, i) => (i % 2 === 0 ? value : -value));
  const runs = [
    { map: null },
    mapOf(points, 'code'),
    mapOf(mirrored, 'principal'),
    mapOf(mirrored, 'code-jitter'),
  ];
  const [none, first, turned, jittered] = shownPoints(runs, true);
  expect(none).toBeNull();
  expect(first).toBe(points);
  // Mirrored back about its own mean, which lies below.
  turned?.forEach((value, i) => expect(value).toBeCloseTo((points[i] ?? 0) - (i % 2 === 0 ? 0 : 1.5), 4));
  expect(jittered).toBe(mirrored);
  expect(shownPoints(runs, false)[2]).toBe(mirrored);
});
