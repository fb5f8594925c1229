// Text for a position on a map and for a test image.
import { t } from '@lingui/core/macro';
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
  if (map === 'pca') return t`components 1 and 2: ${both}`;
  if (axes.kind === 'umap') return t`the code of the nearest point`;
  if (axes.kind === 'units') return t`units ${{ x: axes.x + 1 }} and ${{ y: axes.y + 1 }}: ${both}`;
  if (planeAxes === 'code-jitter') return t`code ${{ values: number(x) }}`;
  return planeAxes === 'code' ? t`code ${{ values: both }}` : t`principal axes: ${both}`;
}

/** @param name of its class; null where there are no classes */
export function imageWords(
  index: number,
  name: string | null,
  error: number | undefined,
  { one }: SampleWords,
): string {
  return [
    ...(name === null ? [] : [name]),
    t`test ${one} ${{ index: countText(index) }}`,
    ...(error === undefined ? [] : [t`error ${{ error: lossText(error) }}`]),
  ].join(' · ');
}

/** @param isOfClasses whether the data set has classes to choose from */
export function nothingSelectedText(isOfClasses: boolean): string {
  return isOfClasses
    ? t`Nothing is selected. Drag around points with the lasso, or choose a class here or below the maps.`
    : t`Nothing is selected. Drag around points with the lasso.`;
}

/** In place of class counts, where samples have no labels. @param all mean error of all test samples */
export function selectionErrorText(mean: number, all: number): string {
  return t`No classes to count: these samples have no labels. Mean error ${{ mean: lossText(mean) }}, of all ${{ all: lossText(all) }}.`;
}
