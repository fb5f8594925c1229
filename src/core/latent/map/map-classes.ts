// What a map can show of its points: whether they are apart, and their class colours. Only ten colours are distinguishable:
// with more classes, only those of the ten images shown get a colour, and the rest are grey.
import type { LatentMap, Snapshot } from '../../engine-api/looking';
import { areAllEqual } from '../distinct-codes';

/** Maximum number of classes with their own colour. */
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

/** Whether all codes are equal: their points are too, but for the random axis of a code of one number. */
export function isOnePoint({ points, axes }: Pick<LatentMap, 'points' | 'axes'>): boolean {
  if (axes !== 'code-jitter') return areAllEqual(points, 2);
  return areAllEqual(
    points.filter((_, i) => i % 2 === 0),
    1,
  );
}

/** Index of each point's class in `coloured`, `[n]`; `coloured.length` for the grey ones. */
export function mapCategories(labels: LatentMap['labels'], coloured: readonly number[]): Uint8Array {
  const places = new Map(coloured.map((label, place) => [label, place]));
  return Uint8Array.from(labels, (label) => places.get(label) ?? coloured.length);
}
