import { expect, it } from 'vitest';
import { tableCsv, tableText } from './table';

const table = (name: string) => ({ columns: ['name', 'value'], rows: [[name, -1.5]] });
const cells = (csv: string) => csv.split('\r\n')[1];

it('quotes text that would break a row, and leaves numbers alone', () => {
  expect(cells(tableCsv(table('Dense, "mine"\nagain')))).toBe('"Dense, ""mine""\nagain",-1.5');
  expect(cells(tableCsv(table('plain')))).toBe('plain,-1.5');
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('does not let the name %j become a formula', (name) => {
  expect(cells(tableCsv(table(name)))).toBe(`'${name},-1.5`);
  expect(tableText(table(name)).split('\n')[1]).toBe(`'${name.replace('\t', ' ')}\t-1.5`);
});

it('says that a file is UTF-8', () => {
  expect(new TextEncoder().encode(tableCsv(table('é'))).slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
});
