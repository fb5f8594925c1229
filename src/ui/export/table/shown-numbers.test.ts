import { expect, it } from 'vitest';
import { arrayRows, readNumbers, rowsAtOnce } from './shown-numbers';

const names = { sample: 'sample', row: 'row' };

it('gives a picture a row for each of its lines, numbered from 1 with its sample', () => {
  const values = Float32Array.from({ length: 2 * 2 * 3 }, (_, i) => i);
  const { columns, count, rows } = arrayRows({ shape: [2, 2, 3, 1], values, valueName: 'value' }, names);
  expect(columns).toEqual(['sample', 'row', 'value 1', 'value 2', 'value 3']);
  expect(count).toBe(4);
  expect(rows(0, 4)).toEqual([
    [1, 1, 0, 1, 2],
    [1, 2, 3, 4, 5],
    [2, 1, 6, 7, 8],
    [2, 2, 9, 10, 11],
  ]);
});

it('keeps what is known of each sample beside its numbers', () => {
  const about = { columns: ['class'], rows: [['cat'], ['dog']] };
  const values = Float32Array.of(0.1, 0.2, 0.3, 0.4);
  const table = arrayRows({ shape: [2, 2], values, valueName: 'code', about }, names);
  expect(table.columns).toEqual(['sample', 'class', 'code 1', 'code 2']);
  // The shortest decimals that read back as the same floats.
  expect(table.rows(1, 2)).toEqual([[2, 'dog', 0.3, 0.4]]);
});

it('gives a waveform a row for each of its samples', () => {
  const { columns, count, rows } = arrayRows(
    { shape: [3], values: Uint8Array.of(7, 8, 9), valueName: 'amplitude' },
    names,
  );
  expect([columns, count, rows(1, 3)]).toEqual([
    ['sample', 'amplitude'],
    3,
    [
      [2, 8],
      [3, 9],
    ],
  ]);
});

it('reads the table of an offer that has both, and says when it has none', async () => {
  const table = () => ({ columns: ['x'], rows: [[1], [2]] });
  const array = () => ({ shape: [1], values: Float32Array.of(5), valueName: 'value' });
  expect((await readNumbers({ name: 'Curves', table, array }, names)).rows(1, 2)).toEqual([[2]]);
  await expect(readNumbers({ name: 'Nothing' }, names)).rejects.toThrow('no numbers');
});

it('shows fewer rows of a wide table, and never less than ten', () => {
  expect([1, 40, 100, 5000].map(rowsAtOnce)).toEqual([100, 100, 40, 10]);
});
