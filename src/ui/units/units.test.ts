import { expect, it } from 'vitest';
import { furthestFromZero, unitStrength } from './paint/paint-units';
import { cellBox, fewestLines, placeAt, squareLines } from './unit-lines';

it('keeps units in one line as long as a cell is wide enough, and wraps them beyond', () => {
  const box = { width: 530, height: 16 };
  expect(fewestLines(256, box, 2)).toMatchObject({ lines: 1, perLine: 256 });
  const long = fewestLines(1024, box, 2);
  expect(long).toMatchObject({ lines: 4, perLine: 256, lineHeight: 4 });
  expect(long.pitch).toBeGreaterThanOrEqual(2);
  // A line that is too low to be seen is of no use.
  expect(fewestLines(1024, { width: 100, height: 12 }, 2).lines).toBe(4);
  expect(fewestLines(1, box, 2)).toMatchObject({ lines: 1, perLine: 1, pitch: 530 });
});

it('makes cells nearly square, of any number of units', () => {
  for (const count of [129, 256, 1000, 1024]) {
    const { pitch, lineHeight, lines, perLine } = squareLines(count, { width: 420, height: 96 });
    expect(pitch / lineHeight).toBeGreaterThan(0.75);
    expect(pitch / lineHeight).toBeLessThan(1.35);
    expect(lines * perLine).toBeGreaterThanOrEqual(count);
    expect((lines - 1) * perLine).toBeLessThan(count);
  }
});

it('finds each cell where it is drawn, and none beside them', () => {
  const grid = fewestLines(1000, { width: 530, height: 16 }, 2);
  for (let place = 0; place < 1000; place++) {
    const { x, y, width, height } = cellBox(grid, place);
    expect(placeAt(grid, x + width / 2, y + height / 2)).toBe(place);
  }
  expect(placeAt(grid, -1, 3)).toBeNull();
  expect(placeAt(grid, 530.5, 3)).toBeNull();
  expect(placeAt(grid, 3, 17)).toBeNull();
  // The last line may be shorter than the others.
  const short = squareLines(10, { width: 40, height: 30 });
  expect(short).toMatchObject({ lines: 3, perLine: 4 });
  expect(placeAt(short, 35, 25)).toBeNull();
});

it('leaves an inactive unit blank and lets every active one be seen', () => {
  expect(unitStrength(0, 0, 2)).toBe(0);
  expect(unitStrength(0.1, 0.1, 1)).toBe(0);
  expect(unitStrength(NaN, 0, 1)).toBe(0);
  expect(unitStrength(0.0001, 0, 2)).toBeGreaterThan(0.2);
  expect(unitStrength(-2, 0, 2)).toBe(1);
  expect(furthestFromZero([1, -3, NaN, 2])).toBe(3);
});
