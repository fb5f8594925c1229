// A place on a map, and a test image, in words.
import type { CodePlane } from '../../core/engine-api';
import { countText, lossText } from '../../core/number-text';
import type { MapAxes } from '../../session/explore-store';
import type { Pointed } from '../../session/pointed-store';

const number = (value: number) => value.toFixed(2).replace('-', '−');

/** @param planeAxes what the code's map is without a choice of units */
export function placeWords(
  { map, x, y }: NonNullable<Pointed['place']>,
  axes: MapAxes,
  planeAxes: CodePlane['axes'],
): string {
  const both = `(${number(x)}, ${number(y)})`;
  if (map === 'pca') return `components 1 and 2: ${both}`;
  if (axes.kind === 'umap') return 'the code of the nearest image';
  if (axes.kind === 'units') return `units ${axes.x + 1} and ${axes.y + 1}: ${both}`;
  if (planeAxes === 'code-jitter') return `code ${number(x)}`;
  return planeAxes === 'code' ? `code ${both}` : `principal axes: ${both}`;
}

export function imageWords(index: number, name: string | undefined, error: number | undefined): string {
  const which = `${name ?? '—'} · test image ${countText(index)}`;
  return error === undefined ? which : `${which} · error ${lossText(error)}`;
}
