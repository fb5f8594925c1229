// How the points of the maps look: the same colours in all of them. Pure.
import { mapCategories, mapClasses } from '../../../core/latent/map/map-classes';
import { turnedOnto } from '../../../core/latent/map/turned-map';
import { hasClasses, type DatasetInfo } from '../../../core/samples/dataset-info';
import type { LooksGroup, TestPart } from '../../../session/run-looks/look-state';
import { coloursForClasses, type ThemeName } from '../../../ui/colours';
import { rampColours } from '../../../ui/ramp/ramp-colours';
import { rampCategories, valueRange } from '../../../ui/ramp/value-ramp';

export interface MapLook {
  /** Index of each point into `colours`, `[n]`. */
  readonly categories: Uint8Array;
  readonly colours: readonly string[];
  /** Of the classes that have a colour; empty where the samples have no classes. */
  readonly classes: readonly { readonly id: number; readonly name: string; readonly colour: string }[];
}

const greys = { light: '#c9c6bd', dark: '#4b5060' } as const;

/**
 * By class, the same as in every other map of the page; without classes by where a sample lies in the first map, from left to right.
 * @param shown classes of the ten samples, which have a colour where there are too many classes
 */
export function mapLook(
  { info, labels }: Pick<TestPart, 'labels'> & { info: Pick<DatasetInfo, 'classNames'> },
  firstMap: Float32Array | null,
  shown: Uint16Array,
  theme: ThemeName,
): MapLook {
  if (!hasClasses(info)) {
    const across = firstMap?.filter((_, i) => i % 2 === 0) ?? new Float32Array(labels.length);
    const categories = rampCategories(across, valueRange(across));
    return { categories, colours: rampColours(theme), classes: [] };
  }
  const { coloured, hasOthers } = mapClasses(info.classNames.length, shown);
  const colours = coloursForClasses(coloured.length, theme);
  return {
    categories: mapCategories(labels, coloured),
    colours: hasOthers ? [...colours, greys[theme]] : colours,
    classes: coloured.map((id, place) => ({
      id,
      name: info.classNames[id] ?? '',
      colour: colours[place] ?? greys[theme],
    })),
  };
}

/**
 * The points of each run's map, null where it is not there; turned onto the first map where that is wanted and means something: the
 * second axis of a code of one number is random.
 */
export function shownPoints(
  runs: readonly Pick<LooksGroup['runs'][number], 'map'>[],
  isTurned: boolean,
): (Float32Array | null)[] {
  const first = runs.find(({ map }) => map !== null)?.map ?? null;
  return runs.map(({ map }) => {
    if (map === null || first === null) return null;
    const canTurn = isTurned && map !== first && ![map, first].some(({ axes }) => axes === 'code-jitter');
    return canTurn ? turnedOnto(map.points, first.points) : map.points;
  });
}
