// How much of the panel the names of the rows take, and how many samples stand beside each other: ten at a desk; on a phone as many
// images as are still large enough to compare.
import type { SampleKind } from '../../../core/samples/sample-kind';
import { shownColumns } from './shown-columns';

/** CSS pixels that an image has on a phone at least, as long as there are `fewestImages`. */
const smallestImage = 56;
const fewestImages = 3;
/** Rows lower than this have no room for a name and its error, one above the other. */
const lowestRow = 42;

interface Panel {
  readonly kind: SampleKind;
  /** Of samples that there are. */
  readonly count: number;
  readonly rows: number;
  /** Inside of the panel, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly isOnPhone: boolean;
  /** Size of the type over its usual one. */
  readonly text: number;
}

interface RowLayout {
  readonly columns: number;
  /** Width of the names, in CSS pixels. */
  readonly labelWidth: number;
  /** Name and error on one line. */
  readonly isDense: boolean;
  /** Between two rows, in CSS pixels. */
  readonly gap: number;
}

export function rowLayout({ kind, count, rows, width, height, isOnPhone, text }: Panel): RowLayout {
  const isDense = !isOnPhone && height < rows * (lowestRow * text + 4);
  const labelWidth = isOnPhone ? 82 : Math.round((isDense ? 174 : 92) * text);
  const images = Math.max(fewestImages, Math.floor((width - labelWidth) / smallestImage));
  const columns = isOnPhone && kind === 'image' ? images : shownColumns(kind, count, width, labelWidth);
  return { columns: Math.min(count, columns), labelWidth, isDense, gap: isDense ? 4 : 6 };
}
