import { expect, it } from 'vitest';
import { uniform } from '../../random';
import { turnedOnto } from './turned-map';

const count = 50;
/** No two directions alike, so that only one turn fits. */
const map = Float32Array.from(
  { length: 2 * count },
  (_, i) => (uniform(1, 0, i, 0) - 0.3) * (i % 2 === 0 ? 4 : 1),
);

function moved(points: Float32Array, angle: number, isMirrored: boolean, scale = 1, shift = 0): Float32Array {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return points.map((_, i) => {
    const first = i - (i % 2);
    const [x, y] = [points[first] ?? 0, (isMirrored ? -1 : 1) * (points[first + 1] ?? 0)];
    return shift + scale * (i % 2 === 0 ? cos * x - sin * y : sin * x + cos * y);
  });
}

const squaredDistance = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, v, i) => sum + (v - (b[i] ?? 0)) ** 2, 0);

/** The points about their mean. */
function centred(points: Float32Array): Float32Array {
  const mean = [0, 1].map((side) => points.reduce((sum, v, i) => sum + (i % 2 === side ? v : 0), 0) / count);
  return points.map((v, i) => v - (mean[i % 2] ?? 0));
}

it.each([
  [0.4, false],
  [2.9, false],
  [-2, true],
  [0, true],
])('a map that was turned by %f (mirrored: %s) comes back', (angle, isMirrored) => {
  const turned = turnedOnto(moved(map, angle, isMirrored), map);
  expect(squaredDistance(centred(turned), centred(map))).toBeLessThan(1e-8);
});

it('its place and its size stay, whatever the other is like', () => {
  const other = moved(map, 1, true, 3, 10);
  const turned = turnedOnto(other, map);
  expect(
    squaredDistance(
      centred(turned),
      centred(map).map((v) => 3 * v),
    ),
  ).toBeLessThan(1e-6);
  const mean = (points: Float32Array) => points.reduce((sum, v) => sum + v, 0) / points.length;
  expect(mean(turned)).toBeCloseTo(mean(other), 4);
});

it('of a map with nothing in common, no other turn is closer', () => {
  const other = Float32Array.from(map, (_, i) => uniform(2, 0, i, 0));
  const best = squaredDistance(centred(turnedOnto(other, map)), centred(map));
  for (let angle = 0; angle < 2 * Math.PI; angle += 0.05) {
    for (const isMirrored of [false, true])
      expect(squaredDistance(centred(moved(other, angle, isMirrored)), centred(map))).toBeGreaterThanOrEqual(
        best - 1e-4,
      );
  }
});

it('points that are not numbers do not spoil the others, and maps of other images are refused', () => {
  const holed = moved(map, 1, false);
  holed[6] = NaN;
  const turned = turnedOnto(holed, map);
  expect(turned.filter((v) => Number.isNaN(v)).length).toBeGreaterThan(0);
  // Without the fourth point, the mean is another one.
  const [dx, dy] = [(turned[0] ?? 0) - (map[0] ?? 0), (turned[1] ?? 0) - (map[1] ?? 0)];
  expect((turned[40] ?? 0) - (map[40] ?? 0)).toBeCloseTo(dx, 4);
  expect((turned[41] ?? 0) - (map[41] ?? 0)).toBeCloseTo(dy, 4);
  expect(() => turnedOnto(map, map.slice(2))).toThrow('50 points cannot be turned onto 49');
});
