import { describe, expect, it } from 'vitest';
import { uniform } from '../../../core/random';
import { parseTable } from '../testing/parse';
import { file } from '../testing/write-bytes';

const random = (row: number, column: number) => uniform(7, 1, column, row);
const table = (rows: number, cells: (row: number) => readonly (string | number)[], header?: string) =>
  file(
    'x.csv',
    [
      ...(header === undefined ? [] : [header]),
      ...Array.from({ length: rows }, (_, row) => cells(row).join()),
    ].join('\n'),
  );
const labelOf = async (source: ReturnType<typeof table>) => (await parseTable(source)).likelyLabel;

/** Pixels of a picture: black in the corners, many values in the middle. */
const pixels = (row: number, count: number, most: number) =>
  Array.from({ length: count }, (_, place) => {
    const isCorner = place === 0 || place === count - 1;
    return isCorner && random(row, place) < 0.97 ? 0 : Math.floor(random(row, place + 1000) * most);
  });

describe('The column of the class', () => {
  it.each(['label', 'Class', 'TARGET', 'y', 'species', 'digit', 'class_label'])(
    'is the one called %s',
    async (name) => {
      expect(
        await labelOf(table(20, (row) => [random(row, 0), row % 2, random(row, 1)], `a,${name},b`)),
      ).toBe(1);
    },
  );

  it('is not a measurement that is called target', async () => {
    expect(await labelOf(table(20, (row) => [random(row, 0), random(row, 1)], 'a,target'))).toBeNull();
  });

  it('is not y beside x', async () => {
    expect(await labelOf(table(20, (row) => [row % 5, row % 3, random(row, 1)], 'x,y,z'))).toBeNull();
  });

  it('is the only text', async () => {
    expect(await labelOf(table(20, (row) => [random(row, 0), row % 2 ? 'cat' : 'dog', random(row, 1)]))).toBe(
      1,
    );
  });

  it('is no text that differs in every row', async () => {
    expect(await labelOf(table(20, (row) => [random(row, 0), `name ${row}`, random(row, 1)]))).toBeNull();
  });

  it("comes last in scikit-learn's digits and first in Kaggle's MNIST, without a header", async () => {
    expect(await labelOf(table(300, (row) => [...pixels(row, 64, 17), row % 10]))).toBe(64);
    expect(await labelOf(table(300, (row) => [row % 10, ...pixels(row, 784, 256)]))).toBe(0);
  });

  it('is not the corner of a picture', async () => {
    expect(await labelOf(table(300, (row) => pixels(row, 64, 17)))).toBeNull();
  });

  it('is not one answer among many of yes and no', async () => {
    expect(
      await labelOf(table(100, (row) => Array.from({ length: 8 }, (_, at) => Math.round(random(row, at))))),
    ).toBeNull();
  });

  it('may mix digits and letters when it is called so', async () => {
    const { likelyLabel, columns } = await parseTable(
      table(30, (row) => [row % 10 < 9 ? row % 10 : 'A', random(row, 0)], 'label,a'),
    );
    expect(likelyLabel).toBe(0);
    expect(columns[0]?.classes?.names).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', 'A']);
  });
});

describe('Whole numbers', () => {
  it('are classes in their order', async () => {
    const { columns } = await parseTable(table(6, (row) => [[10, 9, -1][row % 3] ?? 0, random(row, 0)]));
    expect(columns[0]?.classes).toEqual({
      names: ['-1', '9', '10'],
      indices: Uint16Array.of(2, 1, 0, 2, 1, 0),
    });
    expect(columns[1]?.classes).toBeNull();
  });

  it('are no classes when more than a thousand differ', async () => {
    const { columns } = await parseTable(table(1001, (row) => [row, random(row, 0)]));
    expect(columns[0]?.classes).toBeNull();
  });
});
