import { expect, it } from 'vitest';
import { firstColumns, lineAspect, shownColumns } from './shown-columns';

it('shows every image, and as many signals as can be read', () => {
  expect(shownColumns('image', 10, 340, 82)).toBe(10);
  expect([340, 540, 5000].map((width) => shownColumns('signal', 10, width, 92))).toEqual([3, 5, 10]);
});

it('gives lines the width and the height that there is, within reason', () => {
  const stage = { columns: 5, rows: 4, gap: 6 };
  expect(lineAspect({ ...stage, size: { width: 450, height: 218 } })).toBeCloseTo(90 / 50, 9);
  expect(lineAspect({ ...stage, size: { width: 450, height: 60 } })).toBe(3.6);
  expect(lineAspect({ ...stage, size: { width: 450, height: 900 } })).toBe(1.5);
  expect(lineAspect({ ...stage, size: null })).toBe(2);
});

it('takes the first samples of every picture', () => {
  const values = Float32Array.of(1, 2, 3, 4, 5, 6);
  const snapshot = {
    indices: Uint32Array.of(7, 8, 9),
    original: values,
    noisy: values,
    reconstructed: values,
  };
  const first = firstColumns(snapshot, 2);
  expect([...first.indices]).toEqual([7, 8]);
  expect([...first.reconstructed]).toEqual([1, 2, 3, 4]);
  expect(firstColumns(snapshot, 3)).toBe(snapshot);
});
