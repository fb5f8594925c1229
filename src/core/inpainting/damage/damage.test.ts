import { expect, it, test } from 'vitest';
import { damageKinds } from '../inpainting-api';
import { countMissing, emptyMask, gridOf, pixelCount, type Mask } from '../mask';
import { halfMask, invertedMask, randomPixels, randomSquare, withRectangle, withSquare } from './areas';
import { brushed } from './brush';
import { firstHole, firstOptions, isOffered, sizeRanges } from './damage';
import { glyphOf } from './glyphs';
import { textMask } from './text-mask';

const digit = [28, 28, 1];
const grid = gridOf(digit);
const empty = emptyMask(digit);
const shapes = [digit, [20, 12, 3], [50, 2], [4, 4, 1], [9, 1], [64, 48, 3]];

/** The mask as text, a line for each row. */
function drawn(mask: Mask, columns: number): string[] {
  return Array.from({ length: mask.length / columns }, (_, row) =>
    Array.from(mask.subarray(row * columns, (row + 1) * columns), (one) => (one ? '#' : '.')).join(''),
  );
}

test('a dab of the brush removes the pixels of a disc', () => {
  const at = { x: 14, y: 14 };
  const missing = countMissing(brushed(empty, grid, [at, at], 12, 'remove'));
  expect(missing / (Math.PI * 36)).toBeCloseTo(1, 1);
});

test('the thinnest brush leaves a line without a gap, wherever it runs', () => {
  for (const y of [3.5, 4, 9.99]) {
    const mask = brushed(
      empty,
      grid,
      [
        { x: 2.2, y },
        { x: 25.9, y: y + 7 },
      ],
      1,
      'remove',
    );
    const columns = Array.from({ length: 23 }, (_, at) => at + 3);
    expect(columns.every((column) => mask.some((one, at) => one === 1 && at % 28 === column))).toBe(true);
  }
});

test('restoring takes back what was removed, and a stroke leaves the mask it is given alone', () => {
  const line = [
    { x: 3, y: 5 },
    { x: 20, y: 22 },
  ] as const;
  const removed = brushed(empty, grid, line, 5, 'remove');
  expect(countMissing(removed)).toBeGreaterThan(80);
  expect(countMissing(brushed(removed, grid, line, 5, 'restore'))).toBe(0);
  expect(countMissing(empty)).toBe(0);
});

test('on a signal the brush has the width of its diameter, at any height', () => {
  const mask = brushed(
    emptyMask([50, 2]),
    gridOf([50, 2]),
    [
      { x: 10, y: 9 },
      { x: 20, y: -4 },
    ],
    4,
    'remove',
  );
  expect(drawn(mask, 50)).toEqual([`${'.'.repeat(8)}${'#'.repeat(14)}${'.'.repeat(28)}`]);
});

test('a rectangle reaches over both corner pixels, and not outside of the sample', () => {
  const small = { rows: 4, columns: 5, channels: 1 };
  expect(
    drawn(
      withRectangle(new Uint8Array(20), small, [
        { x: 3.2, y: 1.9 },
        { x: 1, y: 9 },
      ]),
      5,
    ),
  ).toEqual(['.....', '.###.', '.###.', '.###.']);
});

test('a square at the edge stays whole, inside', () => {
  const corner = withSquare(empty, grid, { x: 0, y: 27.5 }, 12);
  expect(countMissing(corner)).toBe(144);
  expect(corner[27 * 28]).toBe(1);
  for (let seed = 1; seed < 40; seed++) expect(countMissing(randomSquare(grid, 12, seed))).toBe(144);
});

test('halves: the right one has the columns from the middle on', () => {
  expect(drawn(halfMask({ rows: 2, columns: 4, channels: 1 }, 'right'), 4)).toEqual(['..##', '..##']);
  expect(drawn(halfMask({ rows: 2, columns: 4, channels: 1 }, 'lower'), 4)).toEqual(['....', '####']);
  expect(countMissing(halfMask(grid, 'right'))).toBe(392);
});

test('random pixels: the share that was asked for, more of the same at a larger share, others for another seed', () => {
  const half = randomPixels(grid, 0.5, 1);
  expect(Math.abs(countMissing(half) / 784 - 0.5)).toBeLessThan(0.06);
  const most = randomPixels(grid, 0.8, 1);
  expect(half.every((one, at) => one <= most[at]!)).toBe(true);
  expect(randomPixels(grid, 0.5, 2)).not.toEqual(half);
});

test('inverting twice is the same mask, once the rest of it', () => {
  const mask = halfMask({ rows: 3, columns: 5, channels: 1 }, 'right');
  expect(countMissing(mask) + countMissing(invertedMask(mask))).toBe(15);
  expect(invertedMask(invertedMask(mask))).toEqual(mask);
});

test('text is written in letters five pixels high, without regard to case and accents', () => {
  expect(drawn(textMask({ rows: 5, columns: 9, channels: 1 }, 'Té', 1), 9)).toEqual([
    '###.###..',
    '.#..#....',
    '.#..##...',
    '.#..#....',
    '.#..###..',
  ]);
  expect(glyphOf('ж')).toEqual(glyphOf('漢'));
  expect(countMissing(textMask(grid, '   ', 1))).toBe(0);
  const doubled = textMask({ rows: 10, columns: 18, channels: 1 }, 'Té', 2);
  expect(countMissing(doubled)).toBe(
    4 * countMissing(textMask({ rows: 5, columns: 9, channels: 1 }, 'Té', 1)),
  );
});

it.each(shapes)(
  'every kind of damage begins with a hole in samples of %i x %i, and leaves something',
  (...shape) => {
    const options = firstOptions(shape);
    for (const [name, { min, max }] of Object.entries(sizeRanges(shape))) {
      const value = options[name as 'side'];
      expect(value).toBeGreaterThanOrEqual(min);
      expect(value).toBeLessThanOrEqual(max);
    }
    for (const kind of damageKinds.filter((one) => isOffered(one, shape))) {
      const mask = firstHole(kind, options, shape);
      expect(mask).toHaveLength(pixelCount(shape));
      expect(countMissing(mask), kind).toBeGreaterThan(0);
      expect(countMissing(mask), kind).toBeLessThan(mask.length);
    }
  },
);

test('brush and rectangle begin with the square that is measured: 12 of 28 pixels', () => {
  expect(countMissing(firstHole('rectangle', firstOptions(digit), digit))).toBe(144);
});
