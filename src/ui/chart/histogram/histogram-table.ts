// A histogram as a table.
import type { Table } from '../../../core/table';

/** A row for each bin: its edges, and how many of each group are in it. */
export function histogramTable(
  groups: readonly { readonly label: string; readonly counts: ArrayLike<number> }[],
  from: number,
  to: number,
): Table {
  const bins = groups[0]?.counts.length ?? 0;
  const edge = (bin: number) => from + (bin * (to - from)) / bins;
  return {
    columns: ['from', 'to', ...groups.map(({ label }) => label)],
    rows: Array.from({ length: bins }, (_, bin) => [
      edge(bin),
      edge(bin + 1),
      ...groups.map(({ counts }) => counts[bin] ?? null),
    ]),
  };
}
