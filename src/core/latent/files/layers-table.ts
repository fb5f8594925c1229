// The activations of every layer for one sample, as a table.
import { exactNumber } from '../../formats/array-text';
import type { Table } from '../../table';

/** A row for each node, layer by layer: 0 is the input, the last the output. Nodes are counted from 1. */
export function layersTable(activations: readonly Float32Array[]): Table {
  return {
    columns: ['layer', 'node', 'activation'],
    rows: activations.flatMap((values, layer) =>
      Array.from(values, (_, node) => [layer, node + 1, exactNumber(values, node)]),
    ),
  };
}
