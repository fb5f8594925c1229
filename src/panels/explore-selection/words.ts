// Text for a position on a map and for a test image.
import type { SampleWords } from '../../core/samples/words/sample-words';
import type { CodePlane } from '../../core/engine-api/looking';
import { countText, fixedText, lossText } from '../../core/number-text';
import type { MapAxes } from '../../session/explore/exploration';
import type { Pointed } from '../../session/explore/pointing';

const number = (value: number) => fixedText(value, 2);

/** @param planeAxes the axes of the code map when no units are chosen */
export function placeWords(
  { map, x, y }: NonNullable<Pointed['place']>,
  axes: MapAxes,
  planeAxes: CodePlane['axes'],
): string {
  const both = `(${number(x)}, ${number(y)})`;
  if (map === 'pca') return `components 1 and 2: ${both}`;
  if (axes.kind === 'umap') return 'the code of the nearest point';
  if (axes.kind === 'units') return `units ${axes.x + 1} and ${axes.y + 1}: ${both}`;
  if (planeAxes === 'code-jitter') return `code ${number(x)}`;
  return planeAxes === 'code' ? `code ${both}` : `principal axes: ${both}`;
}

/** @param name of its class; null where there are no classes */
export function imageWords(
  index: number,
  name: string | null,
  error: number | undefined,
  { one }: SampleWords,
): string {
  const which = `${name === null ? '' : `${name} · `}test ${one} ${countText(index)}`;
  return error === undefined ? which : `${which} · error ${lossText(error)}`;
}

/** @param isOfClasses whether the data set has classes to choose from */
export function nothingSelectedText(isOfClasses: boolean): string {
  return isOfClasses
    ? 'Nothing is selected. Drag around points with the lasso, or choose a class here or below the maps.'
    : 'Nothing is selected. Drag around points with the lasso.';
}

/** In place of class counts, where samples have no labels. @param all mean error of all test samples */
export function selectionErrorText(mean: number, all: number): string {
  return `No classes to count: these samples have no labels. Mean error ${lossText(mean)}, of all ${lossText(all)}.`;
}
