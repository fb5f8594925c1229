// Tables and read-outs of the page as tables of data. The exact value of a cell stands in `data-value`; what is shown is rounded.
import { t } from '@lingui/core/macro';
import type { Table } from '../../../core/table';
import type { Offer } from '../offers';

type Cell = Table['rows'][number][number];

/** Every table in the card, apart from those with `data-export="omit"`, and its read-outs. @param title of the card, for tables without a name */
export function pageTables(card: HTMLElement, title: string): Offer[] {
  const tables = [...card.querySelectorAll<HTMLTableElement>('table:not([data-export="omit"])')].map(
    (table): Offer => {
      const name = table.getAttribute('aria-label') ?? table.caption?.textContent.trim() ?? title;
      return { name, table: () => readTable(table) };
    },
  );
  const outputs = card.querySelectorAll('output[data-value]');
  return outputs.length === 0
    ? tables
    : [...tables, { name: t`Read-outs`, table: () => readOutputs(outputs) }];
}

/** Cells that span several columns or rows are repeated; columns of buttons alone are left out. */
function readTable(table: HTMLTableElement): Table {
  const grid: Element[][] = [];
  [...table.rows].forEach((row, rowIndex) => {
    let column = 0;
    for (const cell of row.cells) {
      while (grid[rowIndex]?.[column] !== undefined) column++;
      for (let down = 0; down < cell.rowSpan; down++) {
        for (let across = 0; across < cell.colSpan; across++) {
          (grid[rowIndex + down] ??= [])[column + across] = cell;
        }
      }
    }
  });
  const headRows = [...table.rows].findIndex((row) => row.closest('thead') === null);
  const heads = headRows === -1 ? grid.length : headRows;
  const width = Math.max(0, ...grid.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => {
    const texts = grid.slice(0, heads).map((row) => textOf(row[column]));
    return [...new Set(texts)].filter((text) => text !== '').join(' ');
  });
  const rows = grid
    .slice(heads)
    .map((row) => Array.from({ length: width }, (_, column) => valueOf(row[column])));
  const isKept = columns.map((name, column) => name !== '' || rows.some((row) => (row[column] ?? '') !== ''));
  const kept = <T>(row: readonly T[]) => row.filter((_, column) => isKept[column]);
  return { columns: kept(columns), rows: rows.map(kept) };
}

function readOutputs(outputs: NodeListOf<Element>): Table {
  return {
    columns: ['name', 'value'],
    rows: [...outputs].map((output) => [
      output.getAttribute('aria-label') ?? labelOf(output),
      exact(output.getAttribute('data-value') ?? ''),
    ]),
  };
}

function labelOf(output: Element): string {
  const ids = output.getAttribute('aria-labelledby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent.trim() ?? '').join(' ');
}

function valueOf(cell: Element | undefined): Cell {
  if (cell === undefined) return null;
  const holder = cell.hasAttribute('data-value') ? cell : cell.querySelector('[data-value]');
  const value = holder?.getAttribute('data-value');
  return value === null || value === undefined ? textOf(cell) : exact(value);
}

/** A number where it is one; nothing where it is none. */
function exact(value: string): Cell {
  if (value === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : value;
}

function textOf(cell: Element | undefined): string {
  if (cell === undefined) return '';
  const texts: string[] = [];
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement?.closest('svg') === null)
      texts.push(walker.currentNode.nodeValue ?? '');
  }
  return texts.join(' ').replaceAll(/\s+/g, ' ').trim();
}
