import { expect, it } from 'vitest';
import {
  bandsOf,
  codeSizeAt,
  handleDistance,
  hullPath,
  layoutColumns,
  packMaps,
  shapeText,
} from './hourglass-geometry';
import { labelLines, placeLabels } from './label-places';
import { stripeStrengths } from './paint/paint-activations';
import { mapStrengths } from './paint/paint-maps';

const box = { width: 700, height: 112, top: 20 };

it('makes each layer as high as the side of a square with as many nodes', () => {
  const columns = layoutColumns([[784], [196], [49], [196], [784]], box);
  const heights = columns.map((column) => column.height);
  expect(heights).toEqual([112, 56, 28, 56, 112]);
  for (const { y, height } of columns) expect(y + height / 2).toBeCloseTo(76, 9);
  expect(columns[0]?.x).toBe(0);
  expect((columns[4]?.x ?? 0) + (columns[4]?.width ?? 0)).toBeCloseTo(700, 9);
});

it('gives feature maps a square whose side is to scale, with even gaps between the columns', () => {
  const columns = layoutColumns([[28, 28, 1], [14, 14, 16], [16], [14, 14, 16], [28, 28, 1]], box);
  // 784 nodes make a square of side 28, 3,136 one of side 56.
  expect(columns.map(({ height }) => height)).toEqual([56, 112, 8, 112, 56]);
  expect(columns.map(({ width }) => width)).toEqual([56, 112, 18, 112, 56]);
  const gaps = columns.slice(1).map(({ x }, i) => x - (columns[i]?.x ?? 0) - (columns[i]?.width ?? 0));
  for (const gap of gaps) expect(gap).toBeCloseTo((700 - 354) / 4, 9);
});

it('takes width from feature maps, never height, where there is too little', () => {
  const columns = layoutColumns([[28, 28, 1], [14, 14, 16], [16], [14, 14, 16], [28, 28, 1]], {
    ...box,
    width: 230,
  });
  expect(columns.map(({ height }) => height)).toEqual([56, 112, 8, 112, 56]);
  const last = columns[4];
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(230, 9);
  for (const [i, { x, width }] of columns.entries())
    expect(x + width).toBeLessThan(columns[i + 1]?.x ?? Infinity);
});

it('packs maps as large as they fit', () => {
  const map = { height: 14, width: 14 };
  expect(packMaps(16, map, { height: 56, width: 56 })).toEqual({ columns: 4, rows: 4, scale: 1 });
  expect(packMaps(16, map, { height: 112, width: 28 })).toEqual({ columns: 2, rows: 8, scale: 1 });
  expect(packMaps(5, map, { height: 14, width: 700 })).toEqual({ columns: 5, rows: 1, scale: 1 });
});

it('reads one map out of activations that have the maps last, at more and at fewer pixels than nodes', () => {
  // [2, 2, 2]: map 0 is 1 2 / 3 4, map 1 is 0 0 / 0 -8
  const activations = Float32Array.of(1, 0, 2, 0, 3, 0, 4, -8);
  const shape = [2, 2, 2];
  expect([...mapStrengths(activations, shape, 0, { height: 2, width: 4 }, 8)]).toEqual(
    [1, 1, 2, 2, 3, 3, 4, 4].map((value) => value / 8),
  );
  expect([...mapStrengths(activations, shape, 0, { height: 1, width: 1 }, 8)]).toEqual([2.5 / 8]);
  expect([...mapStrengths(activations, shape, 1, { height: 2, width: 2 }, 8)]).toEqual([0, 0, 0, 1]);
});

it('says the size of feature maps in two lines where there is no room for one', () => {
  expect(labelLines([14, 14, 16], 136)).toEqual(['14×14×16']);
  expect(labelLines([14, 14, 16], 37)).toEqual(['14×14', '×16']);
  expect(labelLines([28, 28, 1], 20)).toEqual(['28×28']);
  expect(labelLines([1024], 20)).toEqual(['1024']);
});

it('lets no label run into another, and leaves none of the waist and the ends out', () => {
  const side = [
    [28, 28, 1],
    [14, 14, 8],
    [7, 7, 16],
    [4, 4, 32],
  ];
  const shapes = [...side, [16], ...side.toReversed()];
  const columns = layoutColumns(shapes, { ...box, width: 222 });
  const labels = placeLabels(columns, shapes, 4, 222, { scale: 1, waistExtra: 28 });
  for (const index of [0, 4, 8]) expect(labels[index]).not.toBeNull();
  const shown = labels.filter((label) => label !== null);
  expect(shown.length).toBeLessThan(9);
  const half = ({ lines }: (typeof shown)[number]) => Math.max(...lines.map(({ length }) => length)) * 3.3;
  for (const [i, label] of shown.entries()) {
    const next = shown[i + 1];
    if (next) expect(label.x + half(label)).toBeLessThan(next.x - half(next));
  }
  const wide = layoutColumns(shapes, { ...box, width: 866 });
  expect(placeLabels(wide, shapes, 4, 866, { scale: 1, waistExtra: 28 })).not.toContain(null);
});

it('closes the hull around all columns', () => {
  const path = hullPath(layoutColumns([[4], [1], [4]], box));
  expect(path.startsWith('M0.0 20.0')).toBe(true);
  expect(path.endsWith('Z')).toBe(true);
  expect(path.split('L')).toHaveLength(12);
});

it('reads the code size back from where its handles stand, for every size', () => {
  const range = { min: 1, max: 128 };
  for (let size = 1; size <= 128; size++)
    expect(codeSizeAt(handleDistance(size, range, box), range, box)).toBe(size);
  expect(codeSizeAt(-50, range, box)).toBe(1);
  expect(codeSizeAt(500, range, box)).toBe(128);
});

it('follows the square root: a code of 36 stands half-way between 1 and 121', () => {
  const range = { min: 1, max: 121 };
  const low = handleDistance(1, range, box);
  const high = handleDistance(121, range, box);
  expect(handleDistance(36, range, box)).toBeCloseTo((low + high) / 2, 9);
});

it('bins activations by their mean size and sets the strongest part to one', () => {
  expect([...stripeStrengths(new Float32Array([1, -3, 0, 0, 2, 2]), 3)]).toEqual([1, 0, 1]);
  expect([...stripeStrengths(new Float32Array([0, 0]), 2)]).toEqual([0, 0]);
  expect([...stripeStrengths(new Float32Array([NaN, 1]), 2)]).toEqual([0, 1]);
});

it('names the maps of a signal by length and filters, and draws as many as can be told apart', () => {
  expect(shapeText([64, 1, 16])).toBe('64×16');
  expect(labelLines([128, 1, 1], 40)).toEqual(['128']);
  expect(labelLines([32, 1, 32], 40)).toEqual(['32×32']);
  expect([bandsOf([64, 1, 16], 112), bandsOf([64, 1, 64], 112), bandsOf([64, 1, 64], 1)]).toEqual([
    16, 37, 1,
  ]);
});
