// The colours of the points: by class, or by one number per image on a stepped ramp.

export interface Colouring {
  /** Index of each point into `colours`, `[n]`. */
  readonly categories: Uint8Array;
  readonly colours: readonly string[];
}

/** With more classes than this, names would cover the points. */
export const classesApart = 20;

/** Categories that the points of so many classes have: one per class, or one per class colour (`ui/colours.ts`). */
export function categoryCount(classCount: number): number {
  return classCount > classesApart ? 10 : classCount;
}

/** The category of each image by its class, `[n]`. With many classes several share a category, and with it the colour. */
export function classCategories(labels: Uint16Array, classCount: number): Uint8Array {
  const count = categoryCount(classCount);
  return Uint8Array.from(labels, (label) => label % count);
}
