import { expect, it } from 'vitest';
import { endPlaces } from './end-places';

it('stand beside the ends of their lines', () => {
  expect(endPlaces([{ x: 100, y: 40 }, { x: 100, y: 80 }])).toEqual([{ x: 103, y: 40 }, { x: 103, y: 80 }]); // prettier-ignore
});

it('never cover each other, however close ten lines end, and keep their order', () => {
  const ends = Array.from({ length: 10 }, (_, i) => ({ x: 100 + i, y: 60 + ((i * 7) % 10) }));
  const places = endPlaces(ends);
  const rows = ends
    .map(({ y }, i) => ({ wanted: y, got: places[i]?.y ?? 0 }))
    .sort((a, b) => a.wanted - b.wanted)
    .map(({ got }) => got);
  rows.slice(1).forEach((row, i) => expect(row - (rows[i] ?? 0)).toBeGreaterThanOrEqual(13));
});

it('stay where they are beside one that ends elsewhere', () => {
  expect(endPlaces([{ x: 100, y: 40 }, { x: 300, y: 41 }])[1]).toEqual({ x: 303, y: 41 }); // prettier-ignore
});
