import { expect } from 'vitest';
import type { Parsed, ParsedSplit } from '../parsed';

/** Fails unless counts, lengths and indices fit, and all numbers are finite. */
export function expectConsistent(parsed: Parsed): void {
  for (const { count, files } of parsed.leftOut) {
    expect(count).toBeGreaterThan(0);
    expect(files.length).toBeGreaterThan(0);
  }
  switch (parsed.kind) {
    case 'arrays': {
      const classes = parsed.classNames?.length ?? null;
      const { train, test } = parsed;
      for (const split of test ? [train, test] : [train]) expectSplit(split, classes);
      if (test) expect(test.shape).toEqual(train.shape);
      if (test) expect(test.values.constructor).toBe(train.values.constructor);
      break;
    }
    case 'table': {
      expect(parsed.rows).toBeGreaterThan(0);
      if (parsed.testFrom !== null) expect(parsed.testFrom).toBeLessThanOrEqual(parsed.rows);
      const { columns, rows, likelyLabel } = parsed;
      for (const { numbers, classes } of columns) {
        if (numbers) expect(numbers).toHaveLength(rows);
        expect(numbers?.every((value) => Number.isFinite(value)) ?? true).toBe(true);
        if (classes) expectLabels(classes.indices, rows, classes.names.length);
      }
      expect(columns.some(({ numbers }, index) => numbers !== null && index !== likelyLabel)).toBe(true);
      if (likelyLabel !== null) expect(columns[likelyLabel]?.classes).not.toBeNull();
      break;
    }
    case 'sounds':
      for (const { samples } of parsed.sounds) expect(samples.length).toBeGreaterThan(0);
      break;
    case 'pictures': {
      expect(parsed.pictures.length).toBeGreaterThan(0);
      const classes = parsed.classNames?.length ?? 1;
      for (const { label, blob } of parsed.pictures) {
        expect(label).toBeLessThan(classes);
        expect(blob.size).toBeGreaterThan(0);
      }
    }
  }
}

function expectSplit({ values, shape, count, labels }: ParsedSplit, classes: number | null): void {
  expect(count).toBeGreaterThan(0);
  expect(values).toHaveLength(shape.reduce((product, side) => product * side, count));
  expect(values.every((value) => Number.isFinite(value))).toBe(true);
  expect(labels === null).toBe(classes === null);
  if (labels && classes !== null) expectLabels(labels, count, classes);
}

function expectLabels(labels: Uint16Array, count: number, classes: number): void {
  expect(labels).toHaveLength(count);
  expect(classes).toBeLessThanOrEqual(1000);
  expect(labels.every((label) => label < classes)).toBe(true);
}
