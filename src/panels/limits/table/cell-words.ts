// What a cell of the table says: a number, its place in a colour, and a sentence that follows from the numbers.
import { relativeError, type LimitsRow, type MeasuredCell } from '../../../core/limits/limits-table';
import { countText, fixedText, percentText } from '../../../core/number-text';
import { sampleKind } from '../../../core/samples/sample-kind';
import { imageSize, type SampleShape } from '../../../core/samples/samples';
import { numbersText } from '../words';

/** An error as a multiple of the mean image's: `0.21`; a dash where the mean image is never wrong. */
export function relativeText(mse: number, cell: Pick<MeasuredCell, 'meanMse'>): string {
  const relative = relativeError(mse, cell);
  if (relative === null) return '—';
  return fixedText(relative, relative < 10 ? 2 : 0);
}

interface CellNames {
  readonly trainedOn: string;
  readonly testedOn: string;
  readonly isSame: boolean;
}

export function cellSentence(
  cell: MeasuredCell,
  { codeSize }: Pick<LimitsRow, 'codeSize'>,
  { trainedOn, testedOn, isSame }: CellNames,
): string {
  const relative = relativeError(cell.mse, cell);
  const pca = relativeError(cell.pcaMse, cell);
  if (relative === null || pca === null)
    return `All samples of ${testedOn} are the same: there is nothing to rebuild.`;
  const who = isSame ? `On what it was trained on` : `Trained on ${trainedOn}`;
  const left =
    relative >= 1
      ? `the network does worse on ${testedOn} than answering every sample with their mean (${fixedText(relative, 2)} times its error)`
      : `the network leaves ${percentText(relative)} of the mean image’s error on ${testedOn}`;
  const rival = `PCA fitted to ${trainedOn}, with ${numbersText(codeSize)} too, ${pca >= 1 ? 'is worse than the mean image as well' : `leaves ${percentText(pca)}`}`;
  return `${who}, ${left}; ${rival}.`;
}

/** How the samples of a column came into the shape of a row; null where they did not have to. */
export function conversionText(from: SampleShape, to: SampleShape): string | null {
  if (from.join() === to.join()) return null;
  const [one, other] = [imageSize(from), imageSize(to)];
  if (!one || !other)
    return sampleKind(from) === sampleKind(to)
      ? `Stretched from ${countText(from[0] ?? 0)} to ${countText(to[0] ?? 0)} points.`
      : 'Pixels are read row by row: images as signals, signals as images.';
  const parts = [
    one.width === other.width && one.height === other.height
      ? null
      : `Scaled from ${one.height} × ${one.width} to ${other.height} × ${other.width} pixels`,
    one.channels > other.channels ? 'colour turned to grey' : null,
    one.channels < other.channels ? 'grey in all three colours' : null,
  ].filter((part) => part !== null);
  const [first = '', ...rest] = parts;
  return `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ')}.`;
}
