import { describe, expect, test } from 'vitest';
import { previewDraft } from '../preview';
import { parseTable } from '../../testing/parse';
import { file } from '../../testing/write-bytes';
import { draftOf, failureOf, table } from '../testing/parsed-for-tests';

describe('a table', () => {
  const rows = Array.from({ length: 90 }, (_, row) => row);
  const people = table(
    {
      age: rows.map((row) => 20 + (row % 50)),
      city: rows.map((row) => `Town ${row % 7}`),
      income: rows.map((row) => 1000 * (row % 83)),
      grade: rows.map((row) => [10, 9, 2][row % 3]!),
    },
    3,
  );

  test('has the numbers of a class in numeric order', async () => {
    const preview = previewDraft(await draftOf(people));
    expect(preview.classes).toEqual(['2', '9', '10'].map((name) => ({ name, count: 30 })));
    expect(preview.choices.labelColumn).toBe(3);
    expect(preview.shape).toEqual([2, 1]);
  });

  test('names the columns of text that are not used, and has a text column as the label', async () => {
    expect(previewDraft(await draftOf(people)).leftOut).toEqual([
      { why: 'text-column', count: 1, files: ['city'] },
    ]);
    const byCity = previewDraft(await draftOf(people, { labelColumn: 1 }));
    expect(byCity.leftOut).toEqual([]);
    expect(byCity.classes).toHaveLength(7);
    expect(byCity.shape).toEqual([3, 1]);
  });

  test('lists each column that is left out once, and rows by their lines', async () => {
    const cells = rows.map((row) =>
      [row, '', `day ${row % 9}`, row * row, row === 5 ? 'NA' : row % 4].join(),
    );
    const parsed = await parseTable(file('x.csv', ['id,none,day,a,b', ...cells].join('\n')));
    const { leftOut } = previewDraft(await draftOf(parsed, { labelColumn: null }));
    expect(leftOut).toEqual([
      { why: 'missing-value', count: 1, files: ['7'] },
      { why: 'row-numbers', count: 1, files: ['id'] },
      { why: 'empty-column', count: 1, files: ['none'] },
      { why: 'text-column', count: 1, files: ['day'] },
    ]);
  });

  test('whose columns have units of their own is scaled column by column, a series as a whole', async () => {
    expect((await draftOf(people)).choices.normalisation).toBe('feature');
    const series = Object.fromEntries(
      Array.from({ length: 20 }, (_, time) => [`t${time}`, rows.map((row) => Math.sin(row + time / 3))]),
    );
    expect((await draftOf(table(series))).choices.normalisation).toBe('range');
  });

  test('from two files has the rows of the second for its test set', async () => {
    const { split, choices } = await draftOf(table({ a: rows, b: rows.map((row) => row * row) }, null, 70));
    expect(choices.split).toBe('files');
    expect([...split.test]).toEqual(rows.slice(70));
    expect(split.train).toHaveLength(70);
  });

  test('without numbers is refused', async () => {
    const words = table({ a: rows.map(String), b: rows.map((row) => `b${row}`) });
    expect(await failureOf(words)).toEqual({ code: 'import.no-numbers', file: 'table.csv' });
  });

  test('with more than 1,000 different labels is refused', async () => {
    const many = Array.from({ length: 1500 }, (_, row) => row);
    const wide = table({ a: many.map((row) => row % 9), b: many.map((row) => row % 11), id: many });
    expect(await failureOf(wide, { labelColumn: 2 })).toEqual({
      code: 'import.too-many-classes',
      classes: 1500,
      most: 1000,
    });
  });
});
