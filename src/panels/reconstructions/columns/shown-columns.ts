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

/** Beyond these a line is no longer like that of other panels. */
const [steepest, flattest] = [1.5, 3.6];

interface Stage {
  /** In CSS pixels, without the names; null where the rows set the height. */
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly columns: number;
  readonly rows: number;
  /** Between two rows, in CSS pixels. */
  readonly gap: number;
}

/** Width of a line's picture over its height: so that the rows fill the panel, or flatter where there are more of them. */
export function lineAspect({ size, columns, rows, gap }: Stage): number {
  if (size === null) return rows <= 4 ? 2 : rows / 2;
  const height = (size.height - (rows - 1) * gap) / rows;
  return Math.min(flattest, Math.max(steepest, size.width / columns / Math.max(1, height)));
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
