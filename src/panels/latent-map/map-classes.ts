// How the classes of a map are coloured. Ten colours can be told apart: where there are more classes, only those of the
// ten images shown have one, and the rest is grey.
import type { LatentMap, Snapshot } from '../../core/engine-api';

/** Classes that can have a colour of their own. */
const colourableClasses = 10;

export interface MapClasses {
  /** Classes with a colour, in the order of the legend. */
  coloured: readonly number[];
  /** Whether some points are grey. */
  hasOthers: boolean;
}

export function mapClasses(classCount: number, shown: Snapshot['labels'] | null): MapClasses {
  if (classCount <= colourableClasses) {
    return { coloured: Array.from({ length: classCount }, (_, index) => index), hasOthers: false };
  }
  const distinct = [...new Set(shown ?? [])].slice(0, colourableClasses);
  return { coloured: distinct, hasOthers: true };
}

/** Index of each point's class in `coloured`, `[n]`; `coloured.length` for the grey ones. */
export function mapCategories(labels: LatentMap['labels'], coloured: readonly number[]): Uint8Array {
  const places = new Map(coloured.map((label, place) => [label, place]));
  return Uint8Array.from(labels, (label) => places.get(label) ?? coloured.length);
}
