import { parse } from 'papaparse';
import { expect, it } from 'vitest';
import { arrayCsv, arrayJson, exactNumber, tableJson, type NamedArray } from './array-text';

const codes: NamedArray = {
  shape: [3, 2],
  values: Float32Array.of(0.1, -1.5, 1 / 3, 1e-7, 3e8, NaN),
  valueName: 'code',
  about: { columns: ['index', 'class'], rows: [[0, 'a'], [1, '=b'], [2, null]] }, // prettier-ignore
};

it('writes the shortest decimals that read back as the same 32-bit floats', () => {
  const many = Float32Array.from({ length: 2000 }, (_, i) => Math.sin(i) * 10 ** ((i % 17) - 8));
  many.forEach((value, index) => expect(Math.fround(exactNumber(many, index))).toBe(value));
  expect(String(exactNumber(Float32Array.of(0.1), 0))).toBe('0.1');
  expect(exactNumber(Float64Array.of(0.1234567890123), 0)).toBe(0.1234567890123);
});

it('writes CSV that a parser reads back, with what each row is', () => {
  const text = arrayCsv(codes).join('').replace('\ufeff', '');
  const { data, errors, meta } = parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  expect(meta.fields).toEqual(['index', 'class', 'code_1', 'code_2']);
  expect(data).toHaveLength(3);
  expect(data[0]).toEqual({ index: '0', class: 'a', code_1: '0.1', code_2: '-1.5' });
  expect(data[1]?.['class']).toBe("'=b");
  expect(Math.fround(Number(data[1]?.['code_1']))).toBe(Math.fround(1 / 3));
});

it('writes each row once, however many pieces there are', () => {
  const rows = 1203;
  const values = Float32Array.from({ length: rows * 3 }, (_, i) => i);
  const text = arrayCsv({ shape: [rows, 3], values, valueName: 'value' }).join('');
  const { data } = parse<string[]>(text, { skipEmptyLines: true });
  expect(data).toHaveLength(rows + 1);
  expect(data[1202]).toEqual(['3603', '3604', '3605']);
});

it('writes JSON with null for what is not a number', () => {
  expect(JSON.parse(arrayJson(codes, { experiment: 'x' }).join(''))).toEqual({
    experiment: 'x',
    shape: [3, 2],
    index: [0, 1, 2],
    class: ['a', '=b', null],
    code: [
      [0.1, -1.5],
      [0.33333334, 1e-7],
      [3e8, null],
    ],
  });
});

it('numbers columns of a table that have the same name', () => {
  const table = { columns: ['step', 'loss', 'loss'], rows: [[1, 0.5, null]] };
  expect(JSON.parse(tableJson(table, {}))).toEqual({
    columns: ['step', 'loss', 'loss 2'],
    rows: [{ step: 1, loss: 0.5, 'loss 2': null }],
  });
});
