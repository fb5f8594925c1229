// How many of the ten samples stand beside each other. Images are small and all shown; a line needs some width to be read, so of
// signals there are as many as fit, each wider than high.
import type { Snapshot } from '../../../core/engine-api/looking';
import type { SampleKind } from '../../../core/samples/sample-kind';

type Pictures = Pick<Snapshot, 'original' | 'noisy' | 'reconstructed' | 'indices'>;

/** CSS pixels that a line needs to be read. */
const narrowestLine = 84;
const fewestLines = 3;

/** @param width of the panel and of the names in it, in CSS pixels */
export function shownColumns(kind: SampleKind, count: number, width: number, labelWidth: number): number {
  if (kind === 'image') return count;
  return Math.min(count, Math.max(fewestLines, Math.floor((width - labelWidth) / narrowestLine)));
}

/** Width of a line's picture over its height: flatter where there are more rows in the same panel. */
export function lineAspect(rows: number): number {
  return rows <= 4 ? 2 : rows / 2;
}

/** The first samples of a snapshot, without copies. */
export function firstColumns<Shown extends Pictures>(snapshot: Shown, columns: number): Shown {
  const count = snapshot.indices.length;
  if (columns >= count) return snapshot;
  const first = (values: Float32Array) => values.subarray(0, (values.length / count) * columns);
  const { original, noisy, reconstructed, indices } = snapshot;
  return {
    ...snapshot,
    indices: indices.slice(0, columns),
    original: first(original),
    noisy: first(noisy),
    reconstructed: first(reconstructed),
  };
}
