import { expect, it } from 'vitest';
import { rowLayout } from './row-layout';

const images = { kind: 'image', count: 10, rows: 4, isOnPhone: false, text: 1 } as const;

it('shows ten images at a desk, with name and error on one line where the rows are low', () => {
  const roomy = rowLayout({ ...images, width: 540, height: 218 });
  expect(roomy).toEqual({ columns: 10, labelWidth: 92, isDense: false, gap: 6 });
  const low = rowLayout({ ...images, width: 540, height: 170 });
  expect(low).toMatchObject({ columns: 10, labelWidth: 174, isDense: true });
  expect(rowLayout({ ...images, rows: 6, width: 540, height: 218 }).isDense).toBe(true);
});

it('shows on a phone as many images as stay 56 px wide, and three at least', () => {
  for (const width of [288, 318, 340, 500, 700]) {
    const { columns, labelWidth } = rowLayout({ ...images, isOnPhone: true, width, height: 300 });
    expect((width - labelWidth) / columns).toBeGreaterThanOrEqual(56);
    expect((width - labelWidth) / (columns + 1) < 56 || columns === 10).toBe(true);
  }
  expect(rowLayout({ ...images, isOnPhone: true, width: 200, height: 300 }).columns).toBe(3);
});

it('gives larger type wider names and higher rows', () => {
  const large = rowLayout({ ...images, width: 800, height: 240, text: 4 / 3 });
  expect(large).toMatchObject({ labelWidth: 123, isDense: false });
  expect(rowLayout({ ...images, width: 800, height: 230, text: 4 / 3 }).isDense).toBe(true);
});

it('shows signals as wide as they can be read', () => {
  expect(rowLayout({ ...images, kind: 'signal', isOnPhone: true, width: 340, height: 300 }).columns).toBe(3);
});
