import { expect, test } from 'vitest';
import { findTimeColumns } from './time-column';

const rows = (cell: (row: number) => string) => Array.from({ length: 100 }, (_, row) => [cell(row), '7']);
const found = (name: string, cell: (row: number) => string) =>
  findTimeColumns(rows(cell), [name, 'value'], false).map(({ rate, isNamed }) => ({
    rate: Number(rate.toPrecision(6)),
    isNamed,
  }));

test('the rate follows from seconds, rounded ones too', () => {
  expect(found('time', (row) => (row / 360).toFixed(3))).toEqual([{ rate: 360, isNamed: true }]);
  expect(found('t', (row) => String(row * 0.5))).toEqual([{ rate: 2, isNamed: true }]);
});

test('the unit stands in the name, or follows from the size of a time since 1970', () => {
  expect(found('Time (ms)', (row) => String(row * 4))).toEqual([{ rate: 250, isNamed: true }]);
  expect(found('elapsed_us', (row) => String(row * 125))).toEqual([{ rate: 8000, isNamed: true }]);
  expect(found('time [h]', (row) => String(row))[0]?.rate).toBeCloseTo(1 / 3600, 7);
  expect(found('timestamp', (row) => String(1.7e12 + row * 20))).toEqual([{ rate: 50, isNamed: true }]);
});

test('dates and times of day are times whatever they are called', () => {
  const at = (row: number) => new Date(Date.UTC(2024, 1, 3) + row * 1000).toISOString();
  expect(found('when', at)).toEqual([{ rate: 1, isNamed: true }]);
  expect(
    found(
      'clock',
      (row) => `10:${String(Math.floor(row / 60)).padStart(2, '0')}:${String(row % 60).padStart(2, '0')}.5`,
    ),
  ).toEqual([{ rate: 1, isNamed: true }]);
});

test('a log with several rows a second has their mean rate', () => {
  expect(found('timestamp', (row) => String(Math.floor(row / 10)))[0]?.rate).toBeCloseTo(11, 0);
});

test('a column that rises evenly may be a time; one without a name and with fractions is one', () => {
  expect(found('counter', String)).toEqual([{ rate: 1, isNamed: false }]);
  expect(found('Column 1', (row) => String(row / 8))).toEqual([{ rate: 8, isNamed: true }]);
  expect(found('Column 1', String)).toEqual([{ rate: 1, isNamed: false }]);
});

test('what falls, stands still or rises unevenly without a name is none', () => {
  expect(found('time', (row) => String(row % 7))).toEqual([]);
  expect(found('time', () => '3')).toEqual([]);
  expect(found('pressure', (row) => String(row * row))).toEqual([]);
  expect(found('kind', (row) => `part ${row}`)).toEqual([]);
});
