// What a cell of the table says: a number, its place in a colour, and a sentence that follows from the numbers.
import { t } from '@lingui/core/macro';
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
  names: CellNames,
): string {
  const { trainedOn, testedOn } = names;
  const relative = relativeError(cell.mse, cell);
  const pca = relativeError(cell.pcaMse, cell);
  if (relative === null || pca === null)
    return t`All samples of ${testedOn} are the same: there is nothing to rebuild.`;
  const numbers = numbersText(codeSize);
  return [
    ofNetwork(relative, names),
    pca >= 1
      ? t`PCA fitted to ${trainedOn}, with ${numbers} too, is worse than the mean image as well.`
      : t`PCA fitted to ${trainedOn}, with ${numbers} too, leaves ${{ share: percentText(pca) }}.`,
  ].join('; ');
}

function ofNetwork(relative: number, { trainedOn, testedOn, isSame }: CellNames): string {
  if (relative >= 1) {
    const times = fixedText(relative, 2);
    return isSame
      ? t`On what it was trained on, the network does worse on ${testedOn} than answering every sample with their mean (${times} times its error)`
      : t`Trained on ${trainedOn}, the network does worse on ${testedOn} than answering every sample with their mean (${times} times its error)`;
  }
  const share = percentText(relative);
  return isSame
    ? t`On what it was trained on, the network leaves ${share} of the mean image’s error on ${testedOn}`
    : t`Trained on ${trainedOn}, the network leaves ${share} of the mean image’s error on ${testedOn}`;
}

/** How the samples of a column came into the shape of a row; null where they did not have to. */
export function conversionText(from: SampleShape, to: SampleShape): string | null {
  if (from.join() === to.join()) return null;
  const [one, other] = [imageSize(from), imageSize(to)];
  if (!one || !other)
    return sampleKind(from) === sampleKind(to)
      ? t`Stretched from ${{ from: countText(from[0] ?? 0) }} to ${{ to: countText(to[0] ?? 0) }} points.`
      : t`Pixels are read row by row: images as signals, signals as images.`;
  const [size, newSize] = [`${one.height} × ${one.width}`, `${other.height} × ${other.width}`];
  if (size === newSize)
    return one.channels > other.channels ? t`Colour turned to grey.` : t`Grey in all three colours.`;
  if (one.channels > other.channels)
    return t`Scaled from ${size} to ${newSize} pixels, colour turned to grey.`;
  return one.channels < other.channels
    ? t`Scaled from ${size} to ${newSize} pixels, grey in all three colours.`
    : t`Scaled from ${size} to ${newSize} pixels.`;
}
